import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import test, { type ExecutionContext } from 'ava';
import { telegramFor } from '../client.ts';

const user = 1001;
const message = { chat_id: user, text: 'x' };

async function startedFor(t: ExecutionContext, clock = fakeClock()) {
  const telegram = await telegramFor(t, { clock });
  await telegram.send(user, '/start');
  const written = async () => (await telegram.chat(user)).messages.length - 1;
  return { ...telegram, clock, written };
}

test('429 says when to come back, in body and header, and has no effect', async (t) => {
  const telegram = await startedFor(t);
  await telegram.fault({ method: 'sendMessage', fault: { status: 429, retryAfter: 7 } });
  const reply = await telegram.call('sendMessage', message);
  t.like(reply, {
    status: 429,
    retryAfter: '7',
    description: 'Too Many Requests: retry after 7',
    parameters: { retry_after: 7 },
  });
  t.is(await telegram.written(), 0);
  t.is(await telegram.refused('sendMessage', message), 'accepted');
});

test('a fault strikes as often as it was planned, and only its method', async (t) => {
  const telegram = await startedFor(t);
  await telegram.fault({ method: 'SENDMESSAGE', times: 2, fault: { status: 429, retryAfter: 1 } });
  t.is(await telegram.refused('getMe'), 'accepted');
  t.is((await telegram.call('sendMessage', message)).status, 429);
  t.is((await telegram.call('sendMessage', message)).status, 429);
  t.is((await telegram.call('sendMessage', message)).status, 200);
});

test('a fault without a method leaves getUpdates alone', async (t) => {
  const telegram = await startedFor(t);
  await telegram.fault({ fault: { status: 429, retryAfter: 1 } });
  t.is((await telegram.call('getUpdates')).status, 200);
  t.is((await telegram.call('getMe')).status, 429);
});

test('502 is a page, not JSON', async (t) => {
  const telegram = await startedFor(t);
  await telegram.fault({ fault: { status: 502 } });
  const response = await fetch(`${telegram.api}/getMe`);
  t.is(response.status, 502);
  t.regex(await response.text(), /<h1>502 Bad Gateway<\/h1>/);
});

test('a connection dropped before the call leaves no message, one dropped after leaves it', async (t) => {
  const telegram = await startedFor(t);
  await telegram.fault({ fault: { drop: 'before' } });
  await t.throwsAsync(telegram.call('sendMessage', message), { message: 'fetch failed' });
  t.is(await telegram.written(), 0);
  await telegram.fault({ fault: { drop: 'after' } });
  await t.throwsAsync(telegram.call('sendMessage', message), { message: 'fetch failed' });
  t.is(await telegram.written(), 1);
});

test('any status can be answered in place of the call, with its own words', async (t) => {
  const telegram = await startedFor(t);
  await telegram.fault({ fault: { status: 500 } });
  t.is(await telegram.refused('getMe'), '500 Internal Server Error');
  await telegram.fault({ fault: { status: 400, description: 'Bad Request: PEER_ID_INVALID' } });
  t.is(await telegram.refused('sendMessage', message), '400 Bad Request: PEER_ID_INVALID');
  t.is(await telegram.written(), 0);
});

test('one call can be slow and lose its connection too', async (t) => {
  const telegram = await startedFor(t);
  await telegram.fault({ fault: { delayMs: 10_000, drop: 'after' } });
  const slow = t.throwsAsync(telegram.call('sendMessage', message), { message: 'fetch failed' });
  await telegram.clock.sleeping();
  t.is(await telegram.written(), 0);
  await telegram.clock.advance(10_000);
  await slow;
  t.is(await telegram.written(), 1);
});

test('a slow call takes its effect after the delay', async (t) => {
  const telegram = await startedFor(t);
  await telegram.fault({ fault: { delayMs: 10_000 } });
  const slow = telegram.call('sendMessage', message);
  await telegram.clock.sleeping();
  t.is(await telegram.written(), 0);
  await telegram.clock.advance(10_000);
  t.true((await slow).ok);
  t.is(await telegram.written(), 1);
});

test('faults can be listed and taken back', async (t) => {
  const telegram = await startedFor(t);
  await telegram.fault({ times: 3, fault: { status: 502 } });
  t.deepEqual((await telegram.control('GET', 'faults')).body, { faults: [{ times: 3, fault: { status: 502 } }] });
  t.deepEqual((await telegram.control('DELETE', 'faults')).body, { faults: [] });
  t.is((await telegram.call('getMe')).status, 200);
});

for (const body of [
  {},
  { fault: { status: 200 } },
  { fault: { status: 500, drop: 'after' } },
  { fault: { retryAfter: 1 } },
  { fault: { status: 429 } },
  { method: 'getMe', fault: { duplicateUpdate: true } },
]) {
  test(`no fault: ${JSON.stringify(body)}`, async (t) => {
    const telegram = await startedFor(t);
    const reply = await telegram.control('POST', 'faults', body);
    t.is(reply.status, 400);
    t.regex(JSON.stringify(reply.body), /send .*duplicateUpdate/);
  });
}
