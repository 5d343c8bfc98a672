import test, { type ExecutionContext } from 'ava';
import type { Message } from '../../../telegram/message.ts';
import { telegramFor, type Params } from '../client.ts';

const [owner, employee] = [1001, 2001];

/** Two people have started; the employee has written "hello", the bot "for you" to them. */
async function startedFor(t: ExecutionContext) {
  const telegram = await telegramFor(t);
  await telegram.send(owner, '/start');
  const { message_id: hello } = await telegram.send(employee, 'hello @abcd');
  const { message_id: mine } = await telegram.ok<Message>('sendMessage', {
    chat_id: employee,
    text: '*for you*',
    parse_mode: 'Markdown',
    reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] },
  });
  const across = { chat_id: owner, from_chat_id: employee };
  return { ...telegram, hello, mine, across };
}

test('a forward says who wrote it, and a forward of it still does', async (t) => {
  const telegram = await startedFor(t);
  const forwarded = await telegram.ok<Message>('forwardMessage', { ...telegram.across, message_id: telegram.hello });
  t.like(forwarded, {
    text: 'hello @abcd',
    entities: [{ type: 'mention' }],
    from: { is_bot: true },
    chat: { id: owner },
    forward_origin: { type: 'user', sender_user: { id: employee } },
  });
  const back = { chat_id: employee, from_chat_id: owner, message_id: forwarded.message_id };
  const again = await telegram.ok<Message>('forwardMessage', back);
  t.is(again.forward_origin?.sender_user.id, employee);
  t.is((await telegram.chat(owner)).messages.at(-1)?.forwarded_from, 'Budi');
});

test('a copy says what the message said, without its buttons and its writer', async (t) => {
  const telegram = await startedFor(t);
  const copied = await telegram.ok<object>('copyMessage', { ...telegram.across, message_id: telegram.mine });
  const shown = (await telegram.chat(owner)).messages.at(-1);
  t.deepEqual(copied, { message_id: shown?.message_id ?? 0 });
  t.like(shown, { text: 'for you', entities: [{ type: 'bold' }] });
  t.is(shown?.buttons, undefined);
  t.is(shown?.forwarded_from, undefined);
});

test('several messages are forwarded or copied in order, without those that are not there', async (t) => {
  const telegram = await startedFor(t);
  const both = { ...telegram.across, message_ids: [telegram.hello, telegram.mine, 999] };
  for (const method of ['forwardMessages', 'copyMessages']) {
    const ids = await telegram.ok<{ message_id: number }[]>(method, both);
    const shown = (await telegram.chat(owner)).messages.slice(-2);
    t.deepEqual(
      ids,
      shown.map(({ message_id }) => ({ message_id })),
    );
    t.deepEqual(
      shown.map(({ text }) => text),
      ['hello @abcd', 'for you'],
    );
  }
});

test('protected content cannot be forwarded, though a bot may copy it', async (t) => {
  const telegram = await startedFor(t);
  const params = { chat_id: employee, text: 'secret', protect_content: true };
  const { message_id } = await telegram.ok<Message>('sendMessage', params);
  const secret = { ...telegram.across, message_id };
  t.is(await telegram.refused('forwardMessage', secret), "400 Bad Request: the message can't be forwarded");
  t.is(
    await telegram.refused('forwardMessages', { ...telegram.across, message_ids: [message_id] }),
    "400 Bad Request: messages can't be forwarded",
  );
  t.is(await telegram.refused('copyMessage', secret), 'accepted');
});

const refusals: Record<string, [method: string, params: Params, error: string]> = {
  'a message that is not there': [
    'forwardMessage',
    { message_id: 999 },
    '400 Bad Request: message to forward not found',
  ],
  'a copy of one that is not there': ['copyMessage', { message_id: 999 }, '400 Bad Request: message to copy not found'],
  'a message of nobody': ['forwardMessage', { from_chat_id: 5, message_id: 1 }, '400 Bad Request: chat not found'],
  'no source': [
    'forwardMessage',
    { from_chat_id: '', message_id: 1 },
    '400 Bad Request: parameter "from_chat_id" is required',
  ],
  'messages out of order': [
    'forwardMessages',
    { message_ids: [2, 1] },
    '400 Bad Request: message identifiers must be in a strictly increasing order',
  ],
  'a chat that has not started': [
    'copyMessage',
    { chat_id: 3001, message_id: 2 },
    "403 Forbidden: bot can't initiate conversation with a user",
  ],
};

for (const [title, [method, params, error]] of Object.entries(refusals)) {
  test(`refused: ${title}`, async (t) => {
    const telegram = await startedFor(t);
    t.is(await telegram.refused(method, { ...telegram.across, ...params }), error);
  });
}

test('a forward cannot be edited, since the bot has not written it', async (t) => {
  const { send, ok, refused } = await telegramFor(t);
  const { message_id } = await send(1001, '/start');
  const forward = await ok<{ message_id: number }>('forwardMessage', { chat_id: 1001, from_chat_id: 1001, message_id });
  t.is(
    await refused('editMessageText', { chat_id: 1001, message_id: forward.message_id, text: 'mine' }),
    "400 Bad Request: message can't be edited",
  );
});
