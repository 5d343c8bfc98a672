import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import test from 'ava';
import type { Message, Update } from '../../telegram/message.ts';
import { telegramFor } from './client.ts';

const user = 2001;

test('a person corrects a message, and the bot gets it anew', async (t) => {
  const telegram = await telegramFor(t);
  const { message_id } = await telegram.send(user, '/in');
  const edit = { user, message_id, text: '/out now' };
  t.deepEqual(await telegram.control('POST', 'edit', edit), { status: 200, body: { message_id } });
  const updates = await telegram.ok<(Update & { edited_message: Message })[]>('getUpdates');
  t.like(updates[1]?.edited_message, { message_id, text: '/out now', entities: [{ type: 'bot_command', length: 4 }] });
  t.is(typeof updates[1]?.edited_message.edit_date, 'number');
  t.like((await telegram.chat(user)).messages[0], { text: '/out now', edited: true });
});

test('only what they wrote, with what it has, and not for ever', async (t) => {
  const clock = fakeClock();
  const telegram = await telegramFor(t, { clock });
  const { message_id } = await telegram.send(user, 'hello');
  const { message_id: answer } = await telegram.ok<Message>('sendMessage', { chat_id: user, text: 'hi' });
  const status = async (body: object) => (await telegram.control('POST', 'edit', { user, ...body })).status;
  t.is(await status({ message_id: answer, text: 'x' }), 404);
  t.is(await status({ message_id, caption: 'x' }), 400);
  t.is(await status({ message_id, text: 'x', caption: 'x' }), 400);
  await clock.advance(48 * 3_600_000 + 1000);
  t.is(await status({ message_id, text: 'x' }), 409);
});
