import test from 'ava';
import type { ChatMemberUpdated, Message } from '../../telegram/message.ts';
import { telegramFor } from './client.ts';

const user = 2001;

test('a person writes, and the bot gets the message with its command marked', async (t) => {
  const telegram = await telegramFor(t);
  const { message_id } = await telegram.send(user, '/start p_42');
  const [update] = await telegram.ok<{ message: Message }[]>('getUpdates');
  t.like(update?.message, {
    message_id,
    text: '/start p_42',
    from: { id: user, is_bot: false, language_code: 'id' },
    chat: { id: user, type: 'private' },
    entities: [{ type: 'bot_command', offset: 0, length: 6 }],
  });
});

test('a chat can be watched: the answer comes with the next change', async (t) => {
  const telegram = await telegramFor(t);
  await telegram.send(user, 'one');
  const { revision } = await telegram.chat(user);
  const waiting = telegram.chat(user, `?after=${revision}&wait=60`);
  await telegram.send(1001, 'another chat');
  await telegram.send(user, 'two');
  const changed = await waiting;
  t.true(changed.revision > revision);
  t.deepEqual(
    changed.messages.map(({ text, from }) => [text, from]),
    [
      ['one', 'user'],
      ['two', 'user'],
    ],
  );
});

test('an old revision is answered at once', async (t) => {
  const telegram = await telegramFor(t);
  await telegram.send(user, 'one');
  t.is((await telegram.chat(user, '?after=0&wait=60')).messages.length, 1);
});

test('blocking and unblocking tell the bot, once each', async (t) => {
  const telegram = await telegramFor(t);
  await telegram.send(user, '/start');
  for (const blocked of [true, true, false]) await telegram.block(user, blocked);
  const updates = await telegram.ok<{ my_chat_member?: ChatMemberUpdated }[]>('getUpdates');
  t.deepEqual(
    updates.slice(1).map((update) => update.my_chat_member?.new_chat_member.status),
    ['kicked', 'member'],
  );
});

test('who has blocked the bot cannot write to it', async (t) => {
  const telegram = await telegramFor(t);
  await telegram.block(user, true);
  const reply = await telegram.control('POST', 'send', { user, text: 'x' });
  t.deepEqual(reply, { status: 409, body: { error: 'Budi has blocked the bot: POST /control/block first' } });
});

test('people can be listed, and can join', async (t) => {
  const telegram = await telegramFor(t, { people: [{ id: 5, firstName: 'Ana', languageCode: 'en' }] });
  const joined = { id: 6, firstName: 'Rio', username: 'rio_new', languageCode: 'id' };
  t.deepEqual(await telegram.control('POST', 'people', joined), { status: 200, body: { person: joined } });
  await telegram.send(6, '/start');
  t.deepEqual((await telegram.control('GET', 'people')).body, {
    people: [
      { id: 5, firstName: 'Ana', languageCode: 'en', started: false, blocked: false },
      { ...joined, started: true, blocked: false },
    ],
  });
  t.is((await telegram.control('POST', 'people', joined)).status, 409);
});

test('calls can be watched, with their parameters and errors', async (t) => {
  const telegram = await telegramFor(t);
  await telegram.ok('getMe');
  const waiting = telegram.control('GET', 'calls?after=1&wait=60');
  await telegram.refused('sendMessage', { chat_id: 5, text: 'x' });
  const { calls, counts } = (await waiting).body as { calls: object[]; counts: object };
  t.like(calls, {
    0: {
      id: 2,
      method: 'sendMessage',
      parameters: { chat_id: 5, text: 'x' },
      ok: false,
      error: { code: 400, description: 'Bad Request: chat not found' },
    },
  });
  t.deepEqual(counts, { getMe: { ok: 1, failed: 0 }, sendMessage: { ok: 0, failed: 1 } });
});

test('a page of any origin may call', async (t) => {
  const { url } = await telegramFor(t);
  const preflight = await fetch(`${url}/control/send`, { method: 'OPTIONS' });
  t.is(preflight.status, 204);
  t.is(preflight.headers.get('access-control-allow-origin'), '*');
  t.is(preflight.headers.get('access-control-allow-headers'), 'content-type');
  const reply = await fetch(`${url}/control/people`);
  t.is(reply.headers.get('access-control-allow-origin'), '*');
});

const refusals: Record<string, [method: string, path: string, body: unknown, status: number, error: RegExp]> = {
  'text that is no JSON': ['POST', 'send', '{', 400, /^send {"user": <id>.* \(the body is not JSON/],
  'a message without a text': ['POST', 'send', { user }, 400, /^send .*\(body: one of text/],
  'an unknown field': ['POST', 'send', { user, text: 'x', txt: 'x' }, 400, /Unrecognized key: "txt"/],
  'a message of 4097 characters': ['POST', 'send', { user, text: 'x'.repeat(4097) }, 400, /1 to 4096 characters/],
  'a person who is not there': [
    'POST',
    'send',
    { user: 5, text: 'x' },
    404,
    /^nobody here has the id 5: there are 1001 Nadia/,
  ],
  'the chat of nobody': ['GET', 'chats/x', undefined, 404, /^nobody here has the id x/],
  'a wait that is no number': ['GET', 'chats/2001?wait=long', undefined, 400, /^wait is a number, not "long"/],
  'a press of no id': ['GET', 'callbacks/5', undefined, 404, /^no button press has the id 5/],
  'an address that is not there': [
    'GET',
    'nothing',
    undefined,
    404,
    /^there is no GET \/control\/nothing: there are POST/,
  ],
  'a badly encoded address': ['GET', '%zz', undefined, 404, /^there is no GET/],
};

for (const [title, [method, path, body, status, error]] of Object.entries(refusals)) {
  test(`refused: ${title}`, async (t) => {
    const telegram = await telegramFor(t);
    const reply = await telegram.control(method, path, body);
    t.is(reply.status, status);
    t.regex((reply.body as { error: string }).error, error);
  });
}
