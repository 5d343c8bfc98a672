import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import test, { type ExecutionContext } from 'ava';
import type { CallbackQuery, Message } from '../../../telegram/message.ts';
import { telegramFor } from '../client.ts';

const user = 1001;
const tooOld = '400 Bad Request: query is too old and response timeout expired or query ID is invalid';

async function withButtonsFor(t: ExecutionContext, clock = fakeClock()) {
  const telegram = await telegramFor(t, { clock });
  await telegram.send(user, '/start');
  const message = await telegram.ok<Message>('sendMessage', {
    chat_id: user,
    text: 'Choose',
    reply_markup: {
      inline_keyboard: [
        [{ text: 'Yes', callback_data: 'answer:yes' }],
        [{ text: 'Docs', url: 'https://example.com/' }],
      ],
    },
  });
  return { ...telegram, clock, message };
}

test('a press reaches the bot with the data, the person and the message', async (t) => {
  const telegram = await withButtonsFor(t);
  const { callback_query_id: id } = await telegram.press(user, telegram.message.message_id, 'Yes');
  const [update] = await telegram.ok<{ callback_query: CallbackQuery }[]>('getUpdates', { offset: -1 });
  t.like(update?.callback_query, { id, data: 'answer:yes', from: { id: user }, message: telegram.message });
});

test('a button is found by its data too', async (t) => {
  const telegram = await withButtonsFor(t);
  const pressed = await telegram.press(user, telegram.message.message_id, 'answer:yes');
  t.regex(pressed.callback_query_id, /^\d+$/);
});

test('the answer to a press can be waited for, as toast or as alert', async (t) => {
  const telegram = await withButtonsFor(t);
  const { callback_query_id: id } = await telegram.press(user, telegram.message.message_id, 'Yes');
  t.deepEqual((await telegram.control('GET', `callbacks/${id}`)).body, { answered: false });
  const waiting = telegram.control('GET', `callbacks/${id}?wait=60`);
  await telegram.ok('answerCallbackQuery', { callback_query_id: id, text: 'Saved', show_alert: true });
  t.deepEqual((await waiting).body, { answered: true, text: 'Saved', show_alert: true });
});

test('the person sees the first answer only', async (t) => {
  const telegram = await withButtonsFor(t);
  const { callback_query_id: id } = await telegram.press(user, telegram.message.message_id, 'Yes');
  await telegram.ok('answerCallbackQuery', { callback_query_id: id, text: 'first' });
  await telegram.ok('answerCallbackQuery', { callback_query_id: id, text: 'second' });
  t.like((await telegram.control('GET', `callbacks/${id}`)).body, { text: 'first' });
});

test('a press can be answered for a minute', async (t) => {
  const telegram = await withButtonsFor(t);
  const { callback_query_id: id } = await telegram.press(user, telegram.message.message_id, 'Yes');
  await telegram.clock.advance(59_999);
  t.is(await telegram.refused('answerCallbackQuery', { callback_query_id: id }), 'accepted');
  await telegram.clock.advance(1);
  t.is(await telegram.refused('answerCallbackQuery', { callback_query_id: id }), tooOld);
});

test('an answer needs a press, and at most 200 characters', async (t) => {
  const telegram = await withButtonsFor(t);
  t.is(await telegram.refused('answerCallbackQuery', { callback_query_id: '7' }), tooOld);
  const { callback_query_id: id } = await telegram.press(user, telegram.message.message_id, 'Yes');
  const long = { callback_query_id: id, text: 'x'.repeat(201) };
  t.is(await telegram.refused('answerCallbackQuery', long), '400 Bad Request: MESSAGE_TOO_LONG');
});

test('what cannot be pressed is refused with what can', async (t) => {
  const { control, message } = await withButtonsFor(t);
  const press = (messageId: number, button: string) =>
    control('POST', 'press', { user, message_id: messageId, button });
  const id = message.message_id;
  t.deepEqual(await press(id, 'No'), {
    status: 404,
    body: { error: `message ${id} has no button "No": it has "Yes", "Docs"` },
  });
  t.deepEqual(await press(1, 'No'), { status: 404, body: { error: 'message 1 has no button "No": it has none' } });
  t.deepEqual(await press(99, 'No'), { status: 404, body: { error: 'the chat of 1001 has no message 99' } });
  t.deepEqual(await press(id, 'Docs'), {
    status: 400,
    body: { error: `"Docs" opens https://example.com/ on the person's own device: the bot hears nothing of it` },
  });
});

test('a press shows the message as it is by then', async (t) => {
  const telegram = await withButtonsFor(t);
  const { message_id } = telegram.message;
  const reply_markup = { inline_keyboard: [[{ text: 'Again', callback_data: 'again' }]] };
  await telegram.ok('editMessageText', { chat_id: user, message_id, text: 'Chosen', reply_markup });
  t.is((await telegram.control('POST', 'press', { user, message_id, button: 'Yes' })).status, 404);
  await telegram.press(user, message_id, 'Again');
  const [update] = await telegram.ok<{ callback_query: CallbackQuery }[]>('getUpdates', { offset: -1 });
  t.like(update?.callback_query, { data: 'again', message: { text: 'Chosen' } });
});
