import { z } from 'zod';
import { findDeleted, findMessage } from '../chats/conversation.ts';
import { pressButton } from '../keyboards/callbacks.ts';
import type { InlineButton } from '../message.ts';
import type { StoredMessage } from '../state.ts';
import type { Updates } from '../updates/queue.ts';
import type { World } from '../world.ts';
import { ControlError } from './control-error.ts';
import { pressKey } from './reply-keys.ts';
import { reachBot, readBody } from './request.ts';
import { locationSchema } from './sending.ts';

const usage =
  '{"user": <id>, "message_id": <number>, "button": "<its text or data>"}, ' +
  'or for the keys below the input field {"user": <id>, "button": "<its text>", "location"?}';
const pressSchema = z.strictObject({
  user: z.int(),
  message_id: z.int().optional(),
  button: z.string().min(1),
  location: locationSchema.optional(),
});

/**
 * A person presses a button of a message, or a key below the input field. Pressing twice asks the bot twice, and a
 * message that was deleted a moment ago can still be pressed on.
 */
export function createPressing(world: World, updates: Updates) {
  return function press(body: Buffer): { message_id: number } | { callback_query_id: string } {
    const { user, message_id: messageId, button: wanted, location } = readBody(body, pressSchema, usage);
    const conversation = reachBot(world, user);
    if (messageId === undefined) return { message_id: pressKey(world, updates, { conversation, wanted, location }) };
    const stored = findMessage(conversation.chat, messageId) ?? findDeleted(conversation.chat, messageId);
    if (!stored) throw new ControlError(404, `the chat of ${user} has no message ${messageId}`);
    const button = findButton(stored, wanted);
    return { callback_query_id: pressButton(world, updates, { ...conversation, stored, button }) };
  };
}

/** By data, else by text. Only a button with data reaches the bot; others act on the person's own device. */
function findButton({ frame, buttons }: StoredMessage, wanted: string): InlineButton {
  const all = buttons?.inline_keyboard.flat() ?? [];
  const button = all.find(({ callback_data: data }) => data === wanted) ?? all.find(({ text }) => text === wanted);
  if (!button) {
    const there = all.length === 0 ? 'it has none' : `it has ${all.map(({ text }) => `"${text}"`).join(', ')}`;
    throw new ControlError(404, `message ${frame.message_id} has no button "${wanted}": ${there}`);
  }
  if (button.callback_data === undefined) throw new ControlError(400, `"${button.text}" ${effectOf(button)}`);
  return button;
}

function effectOf({ url, pay }: InlineButton): string {
  if (pay) return 'pays: POST /control/pay';
  const effect = url === undefined ? 'acts' : `opens ${url}`;
  return `${effect} on the person's own device: the bot hears nothing of it`;
}
