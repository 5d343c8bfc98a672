import test from 'ava';
import type { Message } from '../../../telegram/message.ts';
import { telegramFor } from '../client.ts';

const user = 1001;

test('a bot asks for an answer, until the person gives one', async (t) => {
  const telegram = await telegramFor(t);
  await telegram.send(user, '/start');
  const reply_markup = { force_reply: true, input_field_placeholder: 'Your name' };
  const { message_id } = await telegram.ok<Message>('sendMessage', { chat_id: user, text: 'Name?', reply_markup });
  t.deepEqual((await telegram.chat(user)).force_reply, { message_id, placeholder: 'Your name' });
  await telegram.send(user, 'Nadia');
  t.is((await telegram.chat(user)).force_reply, undefined);
});

test('a keyboard says whether it stays', async (t) => {
  const telegram = await telegramFor(t);
  await telegram.send(user, '/start');
  const keyboard = [['In']];
  const show = async (looks: object) => {
    await telegram.ok('sendMessage', { chat_id: user, text: 'x', reply_markup: { keyboard, ...looks } });
    return (await telegram.chat(user)).keyboard;
  };
  t.deepEqual(await show({ is_persistent: true }), { rows: [['In']], persistent: true });
  t.deepEqual(await show({ one_time_keyboard: true, selective: true }), { rows: [['In']], one_time: true });
});

test('a button pressed twice at once asks the bot twice', async (t) => {
  const telegram = await telegramFor(t);
  await telegram.send(user, '/start');
  const reply_markup = { inline_keyboard: [[{ text: 'Buy', callback_data: 'buy' }]] };
  const { message_id } = await telegram.ok<Message>('sendMessage', { chat_id: user, text: 'x', reply_markup });
  const presses = await Promise.all([1, 2].map(() => telegram.press(user, message_id, 'Buy')));
  t.is(new Set(presses.map(({ callback_query_id }) => callback_query_id)).size, 2);
  const updates = await telegram.ok<object[]>('getUpdates');
  t.is(updates.filter((update) => 'callback_query' in update).length, 2);
});

test('an answer to a press may open the bot itself, and nothing else', async (t) => {
  const telegram = await telegramFor(t);
  await telegram.send(user, '/start');
  const reply_markup = { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] };
  const { message_id } = await telegram.ok<Message>('sendMessage', { chat_id: user, text: 'x', reply_markup });
  const { callback_query_id } = await telegram.press(user, message_id, 'a');
  const answer = (url: string) => telegram.refused('answerCallbackQuery', { callback_query_id, url });
  t.is(await answer('https://example.com'), '400 Bad Request: URL_INVALID');
  t.is(await answer('https://t.me/opsheet_sandbox_bot?start=p_1'), 'accepted');
});
