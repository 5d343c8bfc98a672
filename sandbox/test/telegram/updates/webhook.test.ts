import test from 'ava';
import { telegramFor } from '../client.ts';
import { hookedFor, hookFor } from './hook.ts';

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

test('a duplicated update is posted twice, and then the next one', async (t) => {
  const { hook, send, fault } = await hookedFor(t);
  await fault({ fault: { duplicateUpdate: true } });
  await send(1001, 'twice');
  await send(1001, 'once');
  for (const text of ['twice', 'twice', 'once']) {
    const delivery = await hook.next();
    t.is(delivery.text, text);
    delivery.answer(200);
  }
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

test('a press does not wait for the messages of its chat', async (t) => {
  const { hook, send, press, ok } = await hookedFor(t);
  await send(1001, '/start');
  const start = await hook.next();
  const reply_markup = { inline_keyboard: [[{ text: 'Yes', callback_data: 'yes' }]] };
  const { message_id: id } = await ok<{ message_id: number }>('sendMessage', {
    chat_id: 1001,
    text: '?',
    reply_markup,
  });
  await press(1001, id, 'Yes');
  const pressed = await hook.next();
  t.is(pressed.data, 'yes');
  pressed.answer(200);
  start.answer(200);
});

test('a name and a password in the address are sent as such', async (t) => {
  const hook = await hookFor(t);
  const { ok, send } = await telegramFor(t);
  await ok('setWebhook', { url: hook.url.replace('//', '//nadia:p%40ss@') });
  await send(1001, 'hello');
  const delivery = await hook.next();
  t.is(delivery.authorization, `Basic ${Buffer.from('nadia:p@ss').toString('base64')}`);
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

test('an update that waits to be sent again holds no connection', async (t) => {
  const { hook, send, clock } = await hookedFor(t, { max_connections: 1 });
  await send(1001, 'hello');
  (await hook.next()).answer(500);
  (await hook.next()).answer(500);
  await clock.sleeping();
  await send(2001, 'meanwhile');
  const other = await hook.next();
  t.is(other.text, 'meanwhile');
  other.answer(200);
});

test('no more than max_connections are posted at once', async (t) => {
  const { hook, send, ok } = await hookedFor(t, { max_connections: 2 });
  for (const user of [1001, 2001, 2002]) await send(user, 'hello');
  const [first, second] = [await hook.next(), await hook.next()];
  await ok('getMe');
  t.is(hook.arrived.length, 0);
  first.answer(200);
  const third = await hook.next();
  t.is(third.user, 2002);
  for (const delivery of [second, third]) delivery.answer(200);
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

test('the answer may call a method by a form', async (t) => {
  const { hook, send, sees } = await hookedFor(t);
  await send(1001, '/start');
  const form = ['method=sendMessage', 'chat_id=1001', 'text=by form'].map((field) => {
    const [name, value] = field.split('=');
    return `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  });
  const type = { 'content-type': 'multipart/form-data; boundary=edge' };
  (await hook.next()).answer(200, `${form.join('')}--edge--\r\n`, type);
  t.is((await sees(1001, ({ from }) => from === 'bot')).text, 'by form');
});

test('setting the same webhook again changes nothing, deleting it returns to polling', async (t) => {
  const { hook, call, ok } = await hookedFor(t);
  t.is((await call('setWebhook', { url: hook.url })).description, 'Webhook is already set');
  t.is((await call('deleteWebhook')).description, 'Webhook was deleted');
  t.is((await call('deleteWebhook')).description, 'Webhook is already deleted');
  t.like(await ok('getWebhookInfo'), { url: '', pending_update_count: 0 });
  t.deepEqual(await ok('getUpdates'), []);
});

test('one that is set again to drop what is pending is set anew', async (t) => {
  const { hook, call } = await hookedFor(t);
  const again = await call('setWebhook', { url: hook.url, drop_pending_updates: true });
  t.is(again.description, 'Webhook was set');
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
