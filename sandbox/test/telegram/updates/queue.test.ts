import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import test from 'ava';
import { telegramFor, type TestTelegram } from '../client.ts';

type Seen = { update_id: number; message?: { text: string } };

const texts = (updates: Seen[]) => updates.map(({ message }) => message?.text);

async function poll(telegram: TestTelegram, params: Record<string, unknown> = {}): Promise<Seen[]> {
  return await telegram.ok<Seen[]>('getUpdates', params);
}

async function withMessages(telegram: TestTelegram, count: number): Promise<Seen[]> {
  for (let n = 1; n <= count; n++) await telegram.send(1001, `message ${n}`);
  return await poll(telegram);
}

test('updates come in the order of their making, with ids one apart', async (t) => {
  const telegram = await telegramFor(t);
  const updates = await withMessages(telegram, 3);
  const first = updates[0]?.update_id ?? 0;
  t.deepEqual(texts(updates), ['message 1', 'message 2', 'message 3']);
  t.deepEqual(
    updates.map(({ update_id: id }) => id),
    [first, first + 1, first + 2],
  );
});

test('unconfirmed updates come again; a positive offset forgets all that is older', async (t) => {
  const telegram = await telegramFor(t);
  const [, second] = await withMessages(telegram, 3);
  t.is((await poll(telegram)).length, 3);
  t.deepEqual(texts(await poll(telegram, { offset: second?.update_id })), ['message 2', 'message 3']);
  t.deepEqual(texts(await poll(telegram)), ['message 2', 'message 3']);
});

test('a negative offset keeps so many of the newest and forgets the rest', async (t) => {
  const telegram = await telegramFor(t);
  await withMessages(telegram, 4);
  t.deepEqual(texts(await poll(telegram, { offset: -2 })), ['message 3', 'message 4']);
  t.deepEqual(texts(await poll(telegram)), ['message 3', 'message 4']);
});

test('an offset far beyond the newest update confirms nothing', async (t) => {
  const telegram = await telegramFor(t);
  const updates = await withMessages(telegram, 2);
  const last = updates.at(-1)?.update_id ?? 0;
  t.is((await poll(telegram, { offset: last + 1000 })).length, 2);
  t.is((await poll(telegram, { offset: last + 5 })).length, 0);
});

test('a limit outside 1 to 100 is taken for the nearest', async (t) => {
  const telegram = await telegramFor(t, { requests: 'none' });
  await withMessages(telegram, 101);
  t.is((await poll(telegram, { limit: 2 })).length, 2);
  t.is((await poll(telegram, { limit: 0 })).length, 1);
  t.is((await poll(telegram, { limit: 1000 })).length, 100);
});

test('a long poll is answered by the first update', async (t) => {
  const telegram = await telegramFor(t);
  const waiting = poll(telegram, { timeout: 50 });
  await telegram.send(1001, 'hello');
  t.deepEqual(texts(await waiting), ['hello']);
});

test('a long poll without updates ends empty after its time, at most 50 seconds', async (t) => {
  const clock = fakeClock();
  const telegram = await telegramFor(t, { clock });
  const waiting = poll(telegram, { timeout: 1000 });
  await clock.sleeping();
  await clock.advance(50_000);
  t.deepEqual(await waiting, []);
});

test('a second poll ends the first with 409', async (t) => {
  const clock = fakeClock();
  const telegram = await telegramFor(t, { clock });
  const first = telegram.call('getUpdates', { timeout: 50 });
  await clock.sleeping();
  const second = poll(telegram, { timeout: 50 });
  const { status, description } = await first;
  t.is(status, 409);
  t.is(
    description,
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  );
  await telegram.send(1001, 'hello');
  t.deepEqual(texts(await second), ['hello']);
});

test('two conflicts are answered at least 3 seconds apart', async (t) => {
  const clock = fakeClock();
  const telegram = await telegramFor(t, { clock });
  const first = telegram.call('getUpdates', { timeout: 50 });
  await clock.sleeping();
  const second = telegram.call('getUpdates', { timeout: 50 });
  t.is((await first).status, 409);
  await clock.sleeping();
  const third = telegram.call('getUpdates', { timeout: 50 });
  await clock.sleeping(2);
  await clock.advance(3_000);
  t.is((await second).status, 409);
  await clock.advance(50_000);
  t.is((await third).status, 200);
});

test('a poll whose client has gone does not stand in the way of the next', async (t) => {
  const clock = fakeClock();
  const telegram = await telegramFor(t, { clock });
  const hangUp = new AbortController();
  const first = telegram.call('getUpdates', { timeout: 50 }, hangUp.signal);
  await clock.sleeping();
  hangUp.abort();
  await t.throwsAsync(first, { name: 'AbortError' });
  await telegram.send(1001, 'hello');
  t.deepEqual(texts(await poll(telegram, { timeout: 50 })), ['hello']);
});

test('setWebhook ends a waiting poll with 409, and further polls are refused while it is set', async (t) => {
  const clock = fakeClock();
  const telegram = await telegramFor(t, { clock });
  const waiting = telegram.call('getUpdates', { timeout: 50 });
  await clock.sleeping();
  await telegram.ok('setWebhook', { url: 'http://127.0.0.1:9/hook' });
  t.is((await waiting).description, 'Conflict: terminated by setWebhook request');
  const refused = telegram.refused('getUpdates');
  await clock.sleeping();
  await clock.advance(3_000);
  t.is(
    await refused,
    "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  );
});

test('allowed_updates holds from then on, and an empty list is the default again', async (t) => {
  const telegram = await telegramFor(t);
  await poll(telegram, { allowed_updates: ['callback_query'] });
  await telegram.send(1001, 'unheard');
  t.deepEqual(await poll(telegram), []);
  await poll(telegram, { allowed_updates: [] });
  await telegram.send(1001, 'heard');
  t.deepEqual(texts(await poll(telegram)), ['heard']);
});

test('what is no list of texts changes nothing of the allowed updates, and kinds may be in capitals', async (t) => {
  const telegram = await telegramFor(t, { requests: 'none' });
  await poll(telegram, { allowed_updates: ['CALLBACK_QUERY'] });
  for (const allowed_updates of ['[broken', { message: true }, [1], null]) await poll(telegram, { allowed_updates });
  t.like(await telegram.ok('getWebhookInfo'), { allowed_updates: ['callback_query'] });
});

test('a press is kept for 150 seconds only', async (t) => {
  const clock = fakeClock();
  const telegram = await telegramFor(t, { clock });
  await telegram.send(1001, '/start');
  const reply_markup = { inline_keyboard: [[{ text: 'Yes', callback_data: 'yes' }]] };
  const { message_id: id } = await telegram.ok<{ message_id: number }>('sendMessage', {
    chat_id: 1001,
    text: 'Sure?',
    reply_markup,
  });
  await telegram.press(1001, id, 'Yes');
  await clock.advance(150_000);
  t.is((await poll(telegram)).length, 2);
  await clock.advance(1);
  t.deepEqual(texts(await poll(telegram)), ['/start']);
});

test('updates are kept for 24 hours', async (t) => {
  const clock = fakeClock();
  const telegram = await telegramFor(t, { clock });
  await telegram.send(1001, 'old');
  await clock.advance(24 * 3_600_000);
  await telegram.send(1001, 'young');
  await clock.advance(1);
  t.deepEqual(texts(await poll(telegram)), ['young']);
});

test('B1 a duplicated update reaches the bot again after it was confirmed, under the same id, once', async (t) => {
  const telegram = await telegramFor(t);
  await telegram.fault({ fault: { duplicateUpdate: true } });
  await telegram.send(1001, 'twice');
  const [first] = await poll(telegram);
  const again = await poll(telegram, { offset: (first?.update_id ?? 0) + 1 });
  t.deepEqual(again, first ? [first] : []);
  t.deepEqual(await poll(telegram, { offset: (first?.update_id ?? 0) + 1 }), []);
});
