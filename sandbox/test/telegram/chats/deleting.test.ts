import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import test from 'ava';
import type { CallbackQuery, Message } from '../../../telegram/message.ts';
import { telegramFor } from '../client.ts';

const user = 1001;

test('several messages are deleted at once, and those that are not there are skipped', async (t) => {
  const telegram = await telegramFor(t);
  const { message_id: first } = await telegram.send(user, '/start');
  const { message_id: second } = await telegram.ok<Message>('sendMessage', { chat_id: user, text: 'one' });
  await telegram.ok('sendMessage', { chat_id: user, text: 'two' });
  t.true(await telegram.ok('deleteMessages', { chat_id: user, message_ids: [first, second, 999] }));
  t.deepEqual(
    (await telegram.chat(user)).messages.map(({ text }) => text),
    ['two'],
  );
});

test('one message that is older than 48 hours keeps all of them', async (t) => {
  const clock = fakeClock();
  const telegram = await telegramFor(t, { clock });
  const { message_id: old } = await telegram.send(user, '/start');
  await clock.advance(48 * 3_600_000);
  const { message_id: young } = await telegram.send(user, 'hello');
  await clock.advance(1000);
  const both = { chat_id: user, message_ids: [old, young] };
  t.is(await telegram.refused('deleteMessages', both), "400 Bad Request: message can't be deleted for everyone");
  t.is((await telegram.chat(user)).messages.length, 2);
});

const refusals: Record<string, [messageIds: unknown, error: string]> = {
  'no list': ['', 'message identifiers are not specified'],
  'an empty list': [[], 'message identifiers are not specified'],
  'an object': [{}, 'expected an Array of message identifiers'],
  'broken JSON': ['[1', "can't parse message_ids JSON object"],
  '101 messages': [Array.from({ length: 101 }, (_, id) => id + 1), 'too many message identifiers specified'],
  'a text': [['a'], "can't parse message identifier as a Number"],
  'a boolean': [[true], 'message identifier must be a Number'],
  'a negative id': [[-1], 'invalid message identifier specified'],
};

for (const [title, [messageIds, error]] of Object.entries(refusals)) {
  test(`deleteMessages is refused with ${title}`, async (t) => {
    const telegram = await telegramFor(t);
    await telegram.send(user, '/start');
    const refused = await telegram.refused('deleteMessages', { chat_id: user, message_ids: messageIds });
    t.is(refused, `400 Bad Request: ${error}`);
  });
}

test('a press on a message that is gone tells only its id', async (t) => {
  const telegram = await telegramFor(t);
  await telegram.send(user, '/start');
  const reply_markup = { inline_keyboard: [[{ text: 'Buy', callback_data: 'buy' }]] };
  const { message_id } = await telegram.ok<Message>('sendMessage', { chat_id: user, text: 'x', reply_markup });
  await telegram.ok('deleteMessage', { chat_id: user, message_id });
  await telegram.press(user, message_id, 'Buy');
  const [update] = await telegram.ok<{ callback_query: CallbackQuery }[]>('getUpdates', { offset: -1 });
  t.is(update?.callback_query.data, 'buy');
  t.like(update?.callback_query.message, { message_id, date: 0, chat: { id: user } });
  t.false('text' in (update?.callback_query.message ?? {}));
});
