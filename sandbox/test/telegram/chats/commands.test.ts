import test from 'ava';
import { telegramFor, type TestTelegram } from '../client.ts';

const list = (command: string) => [{ command, description: `What ${command} does` }];

async function menu(telegram: TestTelegram, user: number): Promise<string[]> {
  const { body } = await telegram.control('GET', `menu/${user}`);
  return (body as { commands: { command: string }[] }).commands.map(({ command }) => command);
}

test('a list is kept for its scope and language alone', async (t) => {
  const telegram = await telegramFor(t);
  await telegram.ok('setMyCommands', { commands: list('start') });
  await telegram.ok('setMyCommands', { commands: list('mulai'), language_code: 'id' });
  t.deepEqual(await telegram.ok('getMyCommands'), list('start'));
  t.deepEqual(await telegram.ok('getMyCommands', { language_code: 'id' }), list('mulai'));
  t.deepEqual(await telegram.ok('getMyCommands', { language_code: 'ru' }), []);
});

test('a person sees the narrowest scope, first in their language', async (t) => {
  const telegram = await telegramFor(t);
  const set = (command: string, where: object) => telegram.ok('setMyCommands', { commands: list(command), ...where });
  t.deepEqual(await menu(telegram, 2001), []);
  await set('everybody', {});
  t.deepEqual(await menu(telegram, 2001), ['everybody']);
  await set('everybody_id', { language_code: 'id' });
  t.deepEqual(await menu(telegram, 2001), ['everybody_id']);
  t.deepEqual(await menu(telegram, 2002), ['everybody']);
  await set('private', { scope: { type: 'all_private_chats' } });
  t.deepEqual(await menu(telegram, 2001), ['private']);
  await set('budi', { scope: { type: 'chat', chat_id: 2001 } });
  t.deepEqual(await menu(telegram, 2001), ['budi']);
  t.deepEqual(await menu(telegram, 2002), ['private']);
  await telegram.ok('deleteMyCommands', { scope: { type: 'chat', chat_id: 2001 } });
  t.deepEqual(await menu(telegram, 2001), ['private']);
});

test('a language is told by its whole code: Filipino is not Finnish', async (t) => {
  const telegram = await telegramFor(t);
  await telegram.control('POST', 'people', { id: 7, firstName: 'Ana', languageCode: 'fil' });
  await telegram.control('POST', 'people', { id: 8, firstName: 'Aino', languageCode: 'fi-FI' });
  await telegram.ok('setMyCommands', { commands: list('alku'), language_code: 'fi' });
  t.deepEqual(await menu(telegram, 7), []);
  t.deepEqual(await menu(telegram, 8), ['alku']);
});

const refusals: Record<string, [params: Record<string, unknown>, error: string]> = {
  'commands that are no list': [{ commands: {} }, 'expected an Array of BotCommand'],
  'a command without a description': [
    { commands: [{ command: 'a' }] },
    'can\'t parse BotCommand: Can\'t find field "description"',
  ],
  'an empty description': [{ commands: [{ command: 'a', description: ' ' }] }, 'command description must be non-empty'],
  'a long command': [{ commands: list('a'.repeat(33)) }, 'command length must not exceed 32'],
  'a command with a capital': [{ commands: list('Start') }, 'BOT_COMMAND_INVALID'],
  '101 commands': [{ commands: Array.from({ length: 101 }, (_, n) => list(`c${n}`)[0]) }, 'BOT_COMMANDS_TOO_MUCH'],
  'a language of three letters': [{ commands: list('a'), language_code: 'eng' }, 'invalid language code specified'],
  'a scope of no type': [{ commands: list('a'), scope: {} }, 'can\'t parse BotCommandScope: Can\'t find field "type"'],
  'an unknown scope': [
    { commands: list('a'), scope: { type: 'moon' } },
    "can't parse BotCommandScope: Unsupported type specified",
  ],
  'the chat of nobody': [{ commands: list('a'), scope: { type: 'chat', chat_id: 5 } }, 'chat not found'],
};

for (const [title, [params, error]] of Object.entries(refusals)) {
  test(`setMyCommands is refused with ${title}`, async (t) => {
    const telegram = await telegramFor(t);
    t.is(await telegram.refused('setMyCommands', params), `400 Bad Request: ${error}`);
    t.deepEqual(await telegram.ok('getMyCommands'), []);
  });
}

test('name and descriptions are kept by language, and fall back', async (t) => {
  const telegram = await telegramFor(t);
  await telegram.ok('setMyName', { name: 'Toko', language_code: 'id' });
  await telegram.ok('setMyDescription', { description: 'We run shifts' });
  await telegram.ok('setMyShortDescription', { short_description: 'Shifts' });
  t.deepEqual(await telegram.ok('getMyName', { language_code: 'id' }), { name: 'Toko' });
  t.deepEqual(await telegram.ok('getMyDescription', { language_code: 'ru' }), { description: 'We run shifts' });
  t.deepEqual((await telegram.control('GET', 'bot?language=id')).body, {
    id: 7000000001,
    username: 'opsheet_sandbox_bot',
    name: 'Toko',
    description: 'We run shifts',
    shortDescription: 'Shifts',
  });
  const long = { description: 'x'.repeat(513) };
  t.is(await telegram.refused('setMyDescription', long), '400 Bad Request: description is too long');
});

test('the menu button of a chat falls back to the one for all', async (t) => {
  const telegram = await telegramFor(t);
  const app = { type: 'web_app', text: 'Open', web_app: { url: 'https://example.com/' } };
  t.deepEqual(await telegram.ok('getChatMenuButton', { chat_id: 1001 }), { type: 'commands' });
  await telegram.ok('setChatMenuButton', { menu_button: app });
  t.deepEqual(await telegram.ok('getChatMenuButton', { chat_id: 1001 }), app);
  await telegram.ok('setChatMenuButton', { chat_id: 1001, menu_button: { type: 'commands' } });
  t.deepEqual(await telegram.ok('getChatMenuButton', { chat_id: 1001 }), { type: 'commands' });
});

test('getChat tells who a person is', async (t) => {
  const telegram = await telegramFor(t);
  t.like(await telegram.ok('getChat', { chat_id: 2001 }), { id: 2001, type: 'private', username: 'budi_shift' });
  t.is(await telegram.refused('getChat', { chat_id: 5 }), '400 Bad Request: chat not found');
});
