import test from 'ava';
import { hookedFor, hookFor } from './hook.ts';

test('a webhook that has not answered yet does not keep the next one waiting', async (t) => {
  const { hook: slow, send, ok } = await hookedFor(t);
  const hook = await hookFor(t);
  await send(1001, 'hello');
  await slow.next();
  await ok('setWebhook', { url: hook.url });
  const delivery = await hook.next();
  t.is(delivery.text, 'hello');
  delivery.answer(200);
});

test('an update that was never taken is forgotten after 24 hours, and the webhook lives on', async (t) => {
  const { hook, send, clock, ok } = await hookedFor(t);
  await send(1001, 'old');
  const old = await hook.next();
  await clock.advance(24 * 3_600_000 + 1);
  t.like(await ok('getWebhookInfo'), { pending_update_count: 0 });
  await send(1001, 'young');
  old.answer(500);
  const next = await hook.next();
  t.is(next.text, 'young');
  next.answer(200);
});

test('what was too old before the webhook was set is not posted to it', async (t) => {
  const { hook, send, clock, ok } = await hookedFor(t);
  await ok('deleteWebhook');
  await send(1001, 'old');
  await clock.advance(24 * 3_600_000 + 1);
  await ok('setWebhook', { url: hook.url });
  t.like(await ok('getWebhookInfo'), { pending_update_count: 0 });
  t.is(hook.arrived.length, 0);
});

test('a refused webhook leaves none, not even the old one', async (t) => {
  const { refused, ok } = await hookedFor(t);
  t.is(await refused('setWebhook', { url: 'ftp://x' }), '400 Bad Request: invalid webhook URL specified');
  t.like(await ok('getWebhookInfo'), { url: '' });
});
