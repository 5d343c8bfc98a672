import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import test, { type ExecutionContext } from 'ava';
import type { Message } from '../../telegram/message.ts';
import { telegramFor, type Params } from './client.ts';

const user = 1001;

async function startedFor(t: ExecutionContext, options: Parameters<typeof telegramFor>[1] = {}) {
  const telegram = await telegramFor(t, options);
  await telegram.send(user, '/start');
  const say = (params: Params) => telegram.ok<Message>('sendMessage', { chat_id: user, ...params });
  return { ...telegram, say };
}

const inline = (...buttons: object[]) => ({ inline_keyboard: [buttons] });

test('a message is answered as it is, and shown to its person', async (t) => {
  const telegram = await startedFor(t);
  const buttons = inline(
    { text: 'Go', callback_data: 'go', style: 'primary' },
    { text: 'Copy', copy_text: { text: 'x' } },
  );
  const message = await telegram.say({ text: ' <b>Hi</b> /help \n', parse_mode: 'HTML', reply_markup: buttons });
  t.like(message, {
    text: 'Hi /help',
    chat: { id: user, type: 'private' },
    from: { is_bot: true },
    reply_markup: buttons,
  });
  t.deepEqual(
    message.entities?.map(({ type }) => type),
    ['bold', 'bot_command'],
  );
  const { messages } = await telegram.chat(user);
  t.like(messages[1], {
    message_id: message.message_id,
    from: 'bot',
    text: 'Hi /help',
    buttons: [
      [
        { text: 'Go', data: 'go', style: 'primary' },
        { text: 'Copy', copy: 'x' },
      ],
    ],
  });
});

test('entities given as a parameter are kept, cut to the trimmed text', async (t) => {
  const telegram = await startedFor(t);
  const { entities } = await telegram.say({ text: 'code  ', entities: [{ type: 'code', offset: 0, length: 6 }] });
  t.deepEqual(entities, [{ type: 'code', offset: 0, length: 4 }]);
});

test('the same text can be marked in three ways', async (t) => {
  const telegram = await startedFor(t);
  const modes = { HTML: '<b>a</b> @budi_shift', Markdown: '*a* @budi\\_shift', MarkdownV2: '*a* @budi\\_shift' };
  for (const [parse_mode, text] of Object.entries(modes)) {
    const message = await telegram.say({ text, parse_mode });
    t.is(message.text, 'a @budi_shift');
    t.deepEqual(
      message.entities?.map(({ type }) => type),
      ['bold', 'mention'],
    );
  }
});

const link = (id: number) => ({ text: `[Budi](tg://user?id=${id})`, parse_mode: 'MarkdownV2' });

test('a mention by link carries the person, and is only text where nobody has that id', async (t) => {
  const telegram = await startedFor(t);
  t.like((await telegram.say(link(2001))).entities, { 0: { type: 'text_mention', user: { id: 2001 } } });
  t.is((await telegram.say(link(5))).entities, undefined);
});

test('a reply shows the message it answers, without what that one answered', async (t) => {
  const telegram = await startedFor(t);
  const first = await telegram.say({ text: 'one' });
  const second = await telegram.say({ text: 'two', reply_parameters: { message_id: first.message_id } });
  const third = await telegram.say({ text: 'three', reply_parameters: { message_id: second.message_id } });
  t.is(third.reply_to_message?.text, 'two');
  t.is(third.reply_to_message?.reply_to_message, undefined);
  t.is((await telegram.chat(user)).messages.at(-1)?.reply_to, second.message_id);
});

test('a message that is not there can be replied to only where that is allowed', async (t) => {
  const telegram = await startedFor(t);
  const toNothing = { chat_id: user, text: 'x', reply_parameters: { message_id: 999 } };
  t.is(await telegram.refused('sendMessage', toNothing), '400 Bad Request: message to be replied not found');
  const allowed = { message_id: 999, allow_sending_without_reply: true };
  t.is((await telegram.say({ text: 'x', reply_parameters: allowed })).reply_to_message, undefined);
});

const refusals: Record<string, [params: Params, error: string]> = {
  'without a chat': [{ text: 'x' }, '400 Bad Request: chat_id is empty'],
  'to nobody': [{ chat_id: 5, text: 'x' }, '400 Bad Request: chat not found'],
  'to a name that is no bot or channel': [{ chat_id: '@nadia_owner', text: 'x' }, '400 Bad Request: chat not found'],
  'to a person who has not written yet': [
    { chat_id: 2001, text: 'x' },
    "403 Forbidden: bot can't initiate conversation with a user",
  ],
  'without a text': [{ chat_id: user }, '400 Bad Request: message text is empty'],
  'with nothing but white space': [{ chat_id: user, text: ' \n ' }, '400 Bad Request: text must be non-empty'],
  'longer than 4096 units': [{ chat_id: user, text: 'x'.repeat(4097) }, '400 Bad Request: message is too long'],
  'longer than 32 kB': [{ chat_id: user, text: 'x'.repeat(32_769) }, '400 Bad Request: text is too long'],
  'in an unknown parse mode': [
    { chat_id: user, text: 'x', parse_mode: 'BBCode' },
    '400 Bad Request: unsupported parse_mode',
  ],
  'in broken MarkdownV2': [
    { chat_id: user, text: 'x.', parse_mode: 'MarkdownV2' },
    "400 Bad Request: can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
  ],
  'with an entity of no type': [
    { chat_id: user, text: 'x', entities: [{ type: 'moon', offset: 0, length: 1 }] },
    "400 Bad Request: can't parse MessageEntity: Unsupported type specified",
  ],
  'with a link that is none': [
    { chat_id: user, text: 'x', entities: [{ type: 'text_link', offset: 0, length: 1, url: 'nowhere' }] },
    "400 Bad Request: entity URL 'nowhere' is invalid: Wrong HTTP URL",
  ],
  'with an entity without a type': [
    { chat_id: user, text: 'x', entities: [{ offset: 0, length: 1 }] },
    '400 Bad Request: can\'t parse MessageEntity: Can\'t find field "type"',
  ],
  'with markup that is no JSON': [
    { chat_id: user, text: 'x', reply_markup: '{' },
    "400 Bad Request: can't parse reply keyboard markup JSON object",
  ],
  'with markup that is no object': [
    { chat_id: user, text: 'x', reply_markup: [] },
    '400 Bad Request: object expected as reply markup',
  ],
  'with rows that are no rows': [
    { chat_id: user, text: 'x', reply_markup: { inline_keyboard: [{ text: 'a' }] } },
    '400 Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
  ],
  'with a button without a text': [
    { chat_id: user, text: 'x', reply_markup: inline({ callback_data: 'a' }) },
    '400 Bad Request: can\'t parse inline keyboard button: Can\'t find field "text"',
  ],
  'with a button that does nothing': [
    { chat_id: user, text: 'x', reply_markup: inline({ text: 'a' }) },
    "400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  ],
  'with 65 bytes of callback data': [
    { chat_id: user, text: 'x', reply_markup: inline({ text: 'a', callback_data: `${'é'.repeat(32)}x` }) },
    '400 Bad Request: BUTTON_DATA_INVALID',
  ],
  'with a button in no style': [
    { chat_id: user, text: 'x', reply_markup: inline({ text: 'a', callback_data: 'a', style: 'pink' }) },
    "400 Bad Request: can't parse inline keyboard button: invalid button style specified",
  ],
  'with a button to nowhere': [
    { chat_id: user, text: 'x', reply_markup: inline({ text: 'a', url: 'nowhere' }) },
    "400 Bad Request: inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
  ],
  'with a button of a kind that is not emulated': [
    { chat_id: user, text: 'x', reply_markup: inline({ text: 'a', login_url: { url: 'https://example.com' } }) },
    '400 Bad Request: this emulator has no buttons with "login_url"',
  ],
  'with 101 buttons': [
    {
      chat_id: user,
      text: 'x',
      reply_markup: inline(...Array.from({ length: 101 }, () => ({ text: 'a', callback_data: 'a' }))),
    },
    '400 Bad Request: reply markup is too long',
  ],
  'for a business that is not connected': [
    { chat_id: user, text: 'x', business_connection_id: 'b' },
    '400 Bad Request: business connection not found',
  ],
};

for (const [title, [params, error]] of Object.entries(refusals)) {
  test(`sendMessage is refused ${title}`, async (t) => {
    const telegram = await startedFor(t);
    t.is(await telegram.refused('sendMessage', params), error);
    t.is((await telegram.chat(user)).messages.length, 1);
  });
}

test('4096 units after parsing and 64 bytes of callback data just fit', async (t) => {
  const telegram = await startedFor(t);
  const reply_markup = inline({ text: 'a', callback_data: 'é'.repeat(32) });
  const { text } = await telegram.say({ text: `<b>${'x'.repeat(4096)}</b>`, parse_mode: 'HTML', reply_markup });
  t.is(text?.length, 4096);
});

test('a bot that is blocked can neither write nor edit', async (t) => {
  const telegram = await startedFor(t);
  const { message_id } = await telegram.say({ text: 'one' });
  await telegram.block(user, true);
  const blocked = '403 Forbidden: bot was blocked by the user';
  t.is(await telegram.refused('sendMessage', { chat_id: user, text: 'x' }), blocked);
  t.is(await telegram.refused('sendChatAction', { chat_id: user, action: 'typing' }), blocked);
  t.is(await telegram.refused('editMessageText', { chat_id: user, message_id, text: 'x' }), blocked);
  await telegram.block(user, false);
  t.is((await telegram.say({ text: 'again' })).text, 'again');
});

test('an edit replaces the text and the buttons, and is marked', async (t) => {
  const telegram = await startedFor(t);
  const { message_id } = await telegram.say({ text: 'one', reply_markup: inline({ text: 'a', callback_data: 'a' }) });
  const edited = await telegram.ok<Message>('editMessageText', { chat_id: user, message_id, text: 'two' });
  t.is(edited.text, 'two');
  t.is(edited.reply_markup, undefined);
  t.is(typeof edited.edit_date, 'number');
  const shown = (await telegram.chat(user)).messages.at(-1);
  t.like(shown, { text: 'two', edited: true });
  t.is(shown?.buttons, undefined);
});

test('buttons can be replaced alone', async (t) => {
  const telegram = await startedFor(t);
  const { message_id } = await telegram.say({ text: 'one' });
  const reply_markup = inline({ text: 'b', callback_data: 'b' });
  const edited = await telegram.ok<Message>('editMessageReplyMarkup', { chat_id: user, message_id, reply_markup });
  t.like(edited, { text: 'one', reply_markup });
});

test('an edit that changes nothing is refused', async (t) => {
  const telegram = await startedFor(t);
  const reply_markup = inline({ text: 'a', callback_data: 'a' });
  const { message_id } = await telegram.say({ text: '<b>x</b>', parse_mode: 'HTML', reply_markup });
  const same = { chat_id: user, message_id, text: '<b>x</b> ', parse_mode: 'HTML', reply_markup };
  t.is(
    await telegram.refused('editMessageText', same),
    '400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  );
  t.is(await telegram.refused('editMessageText', { ...same, text: 'x' }), 'accepted');
});

test("neither a person's message nor one with a reply keyboard can be edited", async (t) => {
  const telegram = await startedFor(t);
  const sent = await telegram.send(user, 'mine');
  const withKeyboard = await telegram.say({ text: 'x', reply_markup: { keyboard: [[{ text: 'In' }, 'Out']] } });
  for (const { message_id } of [sent, withKeyboard]) {
    const error = await telegram.refused('editMessageText', { chat_id: user, message_id, text: 'y' });
    t.is(error, "400 Bad Request: message can't be edited");
  }
});

test('an edit is refused where there is nothing of its kind', async (t) => {
  const telegram = await startedFor(t);
  const { message_id } = await telegram.say({ text: 'one' });
  const edit = { chat_id: user, message_id };
  t.is(
    await telegram.refused('editMessageText', { ...edit, message_id: 99, text: 'x' }),
    '400 Bad Request: message to edit not found',
  );
  t.is(
    await telegram.refused('editMessageText', { text: 'x' }),
    '400 Bad Request: message identifier is not specified',
  );
  t.is(
    await telegram.refused('editMessageText', { inline_message_id: 'a', text: 'x' }),
    '400 Bad Request: MESSAGE_ID_INVALID',
  );
  t.is(await telegram.refused('editMessageText', edit), '400 Bad Request: message text is empty');
  t.is(
    await telegram.refused('editMessageCaption', { ...edit, caption: 'x' }),
    '400 Bad Request: there is no caption in the message to edit',
  );
  t.is(
    await telegram.refused('editMessageText', { ...edit, text: 'x', reply_markup: { keyboard: [['a']] } }),
    '400 Bad Request: inline keyboard expected',
  );
});

test('the reply keyboard stays until it is replaced, removed or used once', async (t) => {
  const telegram = await startedFor(t);
  const keyboard = [[{ text: 'In' }, { text: 'Out' }]];
  await telegram.say({ text: 'x', reply_markup: { keyboard, input_field_placeholder: 'Tap' } });
  await telegram.say({ text: 'y', reply_markup: inline({ text: 'a', callback_data: 'a' }) });
  t.deepEqual((await telegram.chat(user)).keyboard, { rows: [['In', 'Out']], placeholder: 'Tap' });
  await telegram.say({ text: 'z', reply_markup: { remove_keyboard: true } });
  t.is((await telegram.chat(user)).keyboard, undefined);
  await telegram.say({ text: 'x', reply_markup: { keyboard, one_time_keyboard: true } });
  await telegram.send(user, 'In');
  t.is((await telegram.chat(user)).keyboard, undefined);
});

test('a deleted message is gone, and only young messages can be deleted', async (t) => {
  const clock = fakeClock();
  const telegram = await startedFor(t, { clock });
  const { message_id } = await telegram.say({ text: 'one' });
  const old = await telegram.say({ text: 'two' });
  const message = { chat_id: user, message_id };
  t.true(await telegram.ok('deleteMessage', message));
  t.deepEqual(
    (await telegram.chat(user)).messages.map(({ text }) => text),
    ['/start', 'two'],
  );
  t.is(await telegram.refused('deleteMessage', message), '400 Bad Request: message to delete not found');
  t.is(
    await telegram.refused('deleteMessage', { chat_id: user }),
    '400 Bad Request: message identifier is not specified',
  );
  t.is(await telegram.refused('deleteMessage', { message_id }), '400 Bad Request: chat identifier is not specified');
  await clock.advance(48 * 3_600_000 + 1000);
  t.is(
    await telegram.refused('deleteMessage', { chat_id: user, message_id: old.message_id }),
    "400 Bad Request: message can't be deleted for everyone",
  );
});

test('a chat action is shown for five seconds or until the next message', async (t) => {
  const clock = fakeClock();
  const telegram = await startedFor(t, { clock });
  const act = () => telegram.ok('sendChatAction', { chat_id: user, action: 'typing' });
  await act();
  t.is((await telegram.chat(user)).action, 'typing');
  await clock.advance(5_000);
  t.is((await telegram.chat(user)).action, undefined);
  await act();
  await telegram.say({ text: 'done' });
  t.is((await telegram.chat(user)).action, undefined);
  t.is(
    await telegram.refused('sendChatAction', { chat_id: user, action: 'sleeping' }),
    '400 Bad Request: wrong parameter action in request',
  );
});
