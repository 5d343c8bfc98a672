import test from 'ava';
import type { Message } from '../../../telegram/message.ts';
import { telegramFor } from '../client.ts';

const user = 2001;

test('whose account is no more can neither be written to nor write', async (t) => {
  const telegram = await telegramFor(t);
  await telegram.send(user, '/start');
  const { message_id } = await telegram.ok<Message>('sendMessage', { chat_id: user, text: 'x' });
  await telegram.control('POST', 'deactivate', { user, deactivated: true });
  const gone = '403 Forbidden: user is deactivated';
  t.is(await telegram.refused('sendMessage', { chat_id: user, text: 'x' }), gone);
  t.is(await telegram.refused('editMessageText', { chat_id: user, message_id, text: 'y' }), gone);
  t.is(await telegram.refused('deleteMessage', { chat_id: user, message_id }), gone);
  t.is(await telegram.refused('unpinAllChatMessages', { chat_id: user }), gone);
  t.is((await telegram.control('POST', 'send', { user, text: 'x' })).status, 409);
  const { people } = (await telegram.control('GET', 'people')).body as { people: { id: number }[] };
  t.like(
    people.find(({ id }) => id === user),
    { deactivated: true },
  );
  t.is((await telegram.ok<object[]>('getUpdates')).length, 1);
});

test('what a person deletes is gone without a word to the bot', async (t) => {
  const telegram = await telegramFor(t);
  await telegram.send(user, '/start');
  const { message_id } = await telegram.ok<Message>('sendMessage', { chat_id: user, text: 'x' });
  t.is((await telegram.control('POST', 'delete', { user, message_id })).status, 200);
  t.is((await telegram.control('POST', 'delete', { user, message_id })).status, 404);
  t.is((await telegram.ok<object[]>('getUpdates')).length, 1);
  const edit = { chat_id: user, message_id, text: 'y' };
  t.is(await telegram.refused('editMessageText', edit), '400 Bad Request: message to edit not found');
});

test('a bot puts one emoji to a message, or none', async (t) => {
  const telegram = await telegramFor(t);
  const { message_id } = await telegram.send(user, 'done');
  const react = (...emoji: string[]) => ({
    chat_id: user,
    message_id,
    reaction: emoji.map((one) => ({ type: 'emoji', emoji: one })),
  });
  const shown = async () => (await telegram.chat(user)).messages[0]?.reaction;
  await telegram.ok('setMessageReaction', react('👍'));
  t.is(await shown(), '👍');
  t.is(await telegram.refused('setMessageReaction', react('👍', '🔥')), '400 Bad Request: REACTIONS_TOO_MANY');
  t.is(await telegram.refused('setMessageReaction', react('x')), '400 Bad Request: REACTION_INVALID');
  await telegram.ok('setMessageReaction', react());
  t.is(await shown(), undefined);
});
