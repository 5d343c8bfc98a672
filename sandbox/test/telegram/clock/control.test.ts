import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import test from 'ava';
import type { Message } from '../../../telegram/message.ts';
import { telegramFor } from '../client.ts';

const user = 1001;

test('time can be advanced, set, and made real again', async (t) => {
  const telegram = await telegramFor(t, { clock: fakeClock(Date.UTC(2026, 0, 1)) });
  const move = (body: object) => telegram.control('POST', 'clock', body).then((reply) => reply.body);
  t.deepEqual(await move({ advance_ms: 60_000 }), { now: '2026-01-01T00:01:00.000Z', offset_ms: 60_000 });
  t.deepEqual(await move({ set: '2026-02-01T00:00:00Z' }), {
    now: '2026-02-01T00:00:00.000Z',
    offset_ms: 31 * 86_400_000,
  });
  t.deepEqual(await move({ real: true }), { now: '2026-01-01T00:00:00.000Z', offset_ms: 0 });
  t.deepEqual((await telegram.control('GET', 'clock')).body, { now: '2026-01-01T00:00:00.000Z', offset_ms: 0 });
  t.is((await telegram.control('POST', 'clock', { set: 'tomorrow' })).status, 400);
});

test('a long poll ends when its time has passed by a move', async (t) => {
  const clock = fakeClock();
  const telegram = await telegramFor(t, { clock });
  const waiting = telegram.call('getUpdates', { timeout: 50 });
  await clock.sleeping();
  await telegram.control('POST', 'clock', { advance_ms: 50_000 });
  t.deepEqual((await waiting).result, []);
});

test('a press grows too old, and a message too old to be deleted', async (t) => {
  const telegram = await telegramFor(t);
  await telegram.send(user, '/start');
  const reply_markup = { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] };
  const { message_id } = await telegram.ok<Message>('sendMessage', { chat_id: user, text: 'x', reply_markup });
  const { callback_query_id } = await telegram.press(user, message_id, 'a');
  await telegram.control('POST', 'clock', { advance_ms: 60_000 });
  t.regex(await telegram.refused('answerCallbackQuery', { callback_query_id }), /query is too old/);
  await telegram.control('POST', 'clock', { advance_ms: 48 * 3_600_000 });
  t.regex(await telegram.refused('deleteMessage', { chat_id: user, message_id }), /can't be deleted for everyone/);
});

test('updates are kept for a day', async (t) => {
  const telegram = await telegramFor(t);
  await telegram.send(user, '/start');
  await telegram.control('POST', 'clock', { advance_ms: 24 * 3_600_000 + 1000 });
  t.deepEqual(await telegram.ok('getUpdates'), []);
});
