import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import test, { type ExecutionContext } from 'ava';
import { telegramFor } from '../client.ts';

async function floodedFor(t: ExecutionContext) {
  const clock = fakeClock();
  const telegram = await telegramFor(t, { clock });
  for (const user of [1001, 2001, 2002, 3001]) await telegram.send(user, '/start');
  await telegram.control('POST', 'limits', { flood: true });
  const say = (chat_id: number) => telegram.call('sendMessage', { chat_id, text: 'x' });
  return { ...telegram, clock, say };
}

test('a chat takes a short burst, then one message a second', async (t) => {
  const telegram = await floodedFor(t);
  for (let sent = 0; sent < 5; sent += 1) t.is((await telegram.say(1001)).status, 200);
  t.like(await telegram.say(1001), {
    status: 429,
    retryAfter: '1',
    description: 'Too Many Requests: retry after 1',
    parameters: { retry_after: 1 },
  });
  t.is((await telegram.say(2001)).status, 200);
  await telegram.clock.advance(1000);
  t.is((await telegram.say(1001)).status, 200);
  t.is((await telegram.say(1001)).status, 429);
});

test('what changes no chat is not counted, and limits can be turned off', async (t) => {
  const telegram = await floodedFor(t);
  for (let sent = 0; sent < 6; sent += 1) await telegram.say(1001);
  t.is(await telegram.refused('sendChatAction', { chat_id: 1001, action: 'typing' }), 'accepted');
  t.is(await telegram.refused('getChat', { chat_id: 1001 }), 'accepted');
  t.deepEqual((await telegram.control('POST', 'limits', { flood: false })).body, { flood: false });
  t.is((await telegram.say(1001)).status, 200);
  t.is((await telegram.control('POST', 'limits', {})).status, 400);
});

test('all chats together take thirty at once', async (t) => {
  const telegram = await floodedFor(t);
  const users = [1001, 2001, 2002, 3001, 11, 12, 13];
  for (const id of users.slice(4)) {
    await telegram.control('POST', 'people', { id, firstName: 'Ana', languageCode: 'en' });
    await telegram.send(id, '/start');
  }
  const statuses = [];
  for (const user of users) {
    for (let sent = 0; sent < 5; sent += 1) statuses.push((await telegram.say(user)).status);
  }
  t.deepEqual(
    statuses.slice(0, 30),
    Array.from({ length: 30 }, () => 200),
  );
  t.deepEqual(
    statuses.slice(30),
    Array.from({ length: 5 }, () => 429),
  );
});
