import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import test, { type ExecutionContext } from 'ava';
import { telegramFor } from './client.ts';

type Delivery = { text: string | undefined; user: number | undefined; secret: string | undefined; answer: Answer };
type Answer = (status: number, body?: object, headers?: Record<string, string>) => void;

/** A bot's end of a webhook: deliveries wait until the test takes and answers them. */
async function hookFor(t: ExecutionContext) {
  const arrived: Delivery[] = [];
  const takers: ((delivery: Delivery) => void)[] = [];
  const server = createServer((request, response) => void receive(request, response));

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    // The emulator posts messages only in these tests.
    const update = JSON.parse(Buffer.concat(chunks).toString()) as { message?: { text: string; from: { id: number } } };
    const delivery: Delivery = {
      text: update.message?.text,
      user: update.message?.from.id,
      secret: request.headers['x-telegram-bot-api-secret-token']?.toString(),
      answer(status, body, headers) {
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(JSON.stringify(body ?? {}));
      },
    };
    const taker = takers.shift();
    if (taker) taker(delivery);
    else arrived.push(delivery);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    arrived,
    next: () =>
      new Promise<Delivery>((resolve) => {
        const waiting = arrived.shift();
        if (waiting) resolve(waiting);
        else takers.push(resolve);
      }),
  };
}

async function hookedFor(t: ExecutionContext, params: Record<string, unknown> = {}) {
  const clock = fakeClock();
  const hook = await hookFor(t);
  const telegram = await telegramFor(t, { clock });
  const set = await telegram.call('setWebhook', { url: hook.url, ...params });
  return { ...telegram, clock, hook, set };
}

test('a lost answer makes the same update come again', async (t) => {
  const { hook, send, fault } = await hookedFor(t);
  await fault({ fault: { lostWebhookAnswer: true } });
  await send(1001, 'hello');
  (await hook.next()).answer(200);
  const again = await hook.next();
  t.is(again.text, 'hello');
  again.answer(200);
  await send(1001, 'bye');
  const next = await hook.next();
  t.is(next.text, 'bye');
  next.answer(200);
});

test('an update is posted with the secret', async (t) => {
  const { hook, set, send } = await hookedFor(t, { secret_token: 'a-secret_1' });
  t.is(set.description, 'Webhook was set');
  await send(1001, 'hello');
  const delivery = await hook.next();
  t.like(delivery, { text: 'hello', secret: 'a-secret_1' });
  delivery.answer(200);
});

test('what was pending before is delivered when the webhook is set', async (t) => {
  const hook = await hookFor(t);
  const telegram = await telegramFor(t);
  await telegram.send(1001, 'early');
  await telegram.ok('setWebhook', { url: hook.url });
  const delivery = await hook.next();
  t.is(delivery.text, 'early');
  delivery.answer(200);
});

test('one chat is delivered in sequence, two side by side', async (t) => {
  const { hook, send } = await hookedFor(t);
  await send(1001, 'one');
  await send(1001, 'two');
  await send(2001, 'other');
  const [first, other] = [await hook.next(), await hook.next()];
  t.deepEqual([first.text, other.text], ['one', 'other']);
  t.is(hook.arrived.length, 0);
  first.answer(200);
  const second = await hook.next();
  t.is(second.text, 'two');
  second.answer(200);
  other.answer(200);
});

test('B1 an update that was not taken is sent again: at once, then after 2 and 4 seconds', async (t) => {
  const { hook, send, clock, ok } = await hookedFor(t);
  await send(1001, 'hello');
  (await hook.next()).answer(500);
  for (const seconds of [2, 4]) {
    (await hook.next()).answer(500);
    await clock.sleeping();
    await clock.advance(seconds * 1000 - 1);
    await send(2001, 'meanwhile');
    const other = await hook.next();
    t.is(other.text, 'meanwhile');
    other.answer(200);
    await clock.advance(1);
  }
  const last = await hook.next();
  t.is(last.text, 'hello');
  t.like(await ok('getWebhookInfo'), {
    pending_update_count: 1,
    last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
  });
  last.answer(200);
});

test('Retry-After is honoured', async (t) => {
  const { hook, send, clock } = await hookedFor(t);
  await send(1001, 'hello');
  (await hook.next()).answer(503, {}, { 'retry-after': '30' });
  await clock.sleeping();
  await clock.advance(29_999);
  await send(2001, 'meanwhile');
  const other = await hook.next();
  t.is(other.text, 'meanwhile');
  other.answer(200);
  await clock.advance(1);
  const again = await hook.next();
  t.is(again.text, 'hello');
  again.answer(200);
});

test('a webhook that is deleted gets no resend, and its updates wait to be polled', async (t) => {
  const { hook, send, clock, ok } = await hookedFor(t);
  await send(1001, 'hello');
  (await hook.next()).answer(500);
  (await hook.next()).answer(500);
  await clock.sleeping();
  await ok('deleteWebhook');
  await clock.advance(60_000);
  t.is((await ok<object[]>('getUpdates')).length, 1);
  await ok('setWebhook', { url: hook.url, secret_token: 'new' });
  const next = await hook.next();
  t.like(next, { text: 'hello', secret: 'new' });
  next.answer(200);
});

test('the answer may call a method', async (t) => {
  const { hook, send, sees } = await hookedFor(t);
  await send(1001, '/start');
  (await hook.next()).answer(200, { method: 'sendMessage', chat_id: 1001, text: 'by answer' });
  t.is((await sees(1001, ({ from }) => from === 'bot')).text, 'by answer');
});

test('setting the same webhook again changes nothing, deleting it returns to polling', async (t) => {
  const { hook, call, ok } = await hookedFor(t);
  t.is((await call('setWebhook', { url: hook.url })).description, 'Webhook is already set');
  t.is((await call('deleteWebhook')).description, 'Webhook was deleted');
  t.is((await call('deleteWebhook')).description, 'Webhook is already deleted');
  t.like(await ok('getWebhookInfo'), { url: '', pending_update_count: 0 });
  t.deepEqual(await ok('getUpdates'), []);
});

test('pending updates can be dropped', async (t) => {
  const telegram = await telegramFor(t);
  await telegram.send(1001, 'gone');
  await telegram.ok('deleteWebhook', { drop_pending_updates: true });
  t.deepEqual(await telegram.ok('getUpdates'), []);
});

test('a bad address and a bad secret are refused', async (t) => {
  const { refused } = await telegramFor(t);
  const url = 'https://example.com/hook';
  t.is(await refused('setWebhook', { url: 'ftp://x' }), '400 Bad Request: invalid webhook URL specified');
  t.is(
    await refused('setWebhook', { url, secret_token: 'x'.repeat(257) }),
    '400 Bad Request: secret token is too long',
  );
  t.is(
    await refused('setWebhook', { url, secret_token: 'a b' }),
    '400 Bad Request: secret token contains unallowed characters',
  );
});
