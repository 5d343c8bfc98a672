import test, { type ExecutionContext } from 'ava';
import type { Message, Update } from '../../../telegram/message.ts';
import { telegramFor } from '../client.ts';

const user = 1001;

async function startedFor(t: ExecutionContext) {
  const telegram = await telegramFor(t);
  await telegram.send(user, '/start');
  const say = (text: string) => telegram.ok<Message>('sendMessage', { chat_id: user, text });
  const pinned = async () => (await telegram.chat(user)).pinned ?? [];
  return { ...telegram, say, pinned };
}

test('a pin is told in the chat and to the bot, once', async (t) => {
  const telegram = await startedFor(t);
  const { message_id } = await telegram.say('Rota');
  await telegram.ok('pinChatMessage', { chat_id: user, message_id });
  await telegram.ok('pinChatMessage', { chat_id: user, message_id });
  t.deepEqual(await telegram.pinned(), [message_id]);
  t.like((await telegram.chat(user)).messages.at(-1), { from: 'bot', pinned_message_id: message_id });
  const updates = await telegram.ok<Update[]>('getUpdates', { offset: -1 });
  t.like(updates, {
    0: { message: { pinned_message: { message_id, text: 'Rota' }, from: { is_bot: true } } },
    length: 1,
  });
});

test('getChat tells the newest pinned message', async (t) => {
  const telegram = await startedFor(t);
  const [first, second] = [await telegram.say('one'), await telegram.say('two')];
  t.is((await telegram.ok<{ pinned_message?: Message }>('getChat', { chat_id: user })).pinned_message, undefined);
  await telegram.ok('pinChatMessage', { chat_id: user, message_id: second.message_id });
  await telegram.ok('pinChatMessage', { chat_id: user, message_id: first.message_id });
  t.like(await telegram.ok('getChat', { chat_id: user }), { pinned_message: { text: 'two' } });
});

test('what is unpinned is the newest pin, the one that is named, or all', async (t) => {
  const telegram = await startedFor(t);
  const ids = [];
  for (const text of ['a', 'b', 'c', 'd']) ids.push((await telegram.say(text)).message_id);
  for (const message_id of ids) await telegram.ok('pinChatMessage', { chat_id: user, message_id });
  await telegram.ok('unpinChatMessage', { chat_id: user });
  t.deepEqual(await telegram.pinned(), ids.slice(0, 3));
  await telegram.ok('unpinChatMessage', { chat_id: user, message_id: ids[0] });
  t.deepEqual(await telegram.pinned(), ids.slice(1, 3));
  await telegram.ok('unpinAllChatMessages', { chat_id: user });
  t.deepEqual(await telegram.pinned(), []);
});

test('a deleted message is not pinned any more', async (t) => {
  const telegram = await startedFor(t);
  const { message_id } = await telegram.say('a');
  await telegram.ok('pinChatMessage', { chat_id: user, message_id });
  await telegram.ok('deleteMessage', { chat_id: user, message_id });
  t.deepEqual(await telegram.pinned(), []);
});

test('what is not there can neither be pinned nor unpinned', async (t) => {
  const telegram = await startedFor(t);
  const nothing = { chat_id: user, message_id: 999 };
  t.is(await telegram.refused('pinChatMessage', nothing), '400 Bad Request: message to pin not found');
  t.is(await telegram.refused('unpinChatMessage', nothing), '400 Bad Request: message to unpin not found');
  t.is(await telegram.refused('unpinChatMessage', { chat_id: user }), '400 Bad Request: message to unpin not found');
});

test('a private chat has two members', async (t) => {
  const telegram = await startedFor(t);
  const member = (user_id: number) => ({ chat_id: user, user_id });
  t.like(await telegram.ok('getChatMember', member(user)), { status: 'member', user: { id: user, is_bot: false } });
  t.like(await telegram.ok('getChatMember', member(7_000_000_001)), { status: 'member', user: { is_bot: true } });
  t.is(await telegram.refused('getChatMember', member(2001)), '400 Bad Request: member not found');
  t.is(await telegram.refused('getChatMember', member(0)), '400 Bad Request: invalid user_id specified');
});
