import { z } from 'zod';
import { pressButton } from '../keyboards/callbacks.ts';
import { findDeleted, findMessage } from '../chats/conversation.ts';
import type { InlineButton } from '../message.ts';
import { personSchema, privateChatOf, userOf } from '../chats/people.ts';
import type { StoredMessage } from '../state.ts';
import type { Updates } from '../updates.ts';
import { chatWith, touch, type World } from '../world.ts';
import { ControlError } from './control-error.ts';
import { pressKey } from './reply-keys.ts';
import { personNamed, reachBot, readBody } from './request.ts';
import { locationSchema } from './sending.ts';

const pressSchema = z.strictObject({
  user: z.int(),
  message_id: z.int().optional(),
  button: z.string().min(1),
  location: locationSchema.optional(),
});
const blockSchema = z.strictObject({ user: z.int(), blocked: z.boolean() });

/** What people do in Telegram, each from the body of its request. */
export function createActing(world: World, updates: Updates) {
  return {
    press(body: Buffer) {
      const usage =
        '{"user": <id>, "message_id": <number>, "button": "<its text or data>"}, ' +
        'or for the keys below the input field {"user": <id>, "button": "<its text>", "location"?}';
      const { user, message_id: messageId, button: wanted, location } = readBody(body, pressSchema, usage);
      const conversation = reachBot(world, user);
      if (messageId === undefined) return { message_id: pressKey(world, updates, { conversation, wanted, location }) };
      const stored = findMessage(conversation.chat, messageId) ?? findDeleted(conversation.chat, messageId);
      if (!stored) throw new ControlError(404, `the chat of ${user} has no message ${messageId}`);
      const button = findButton(stored, wanted);
      return { callback_query_id: pressButton(world, updates, { ...conversation, stored, button }) };
    },

    /** The bot is told by my_chat_member, as Telegram does. */
    block(body: Buffer) {
      const { user, blocked } = readBody(body, blockSchema, '{"user": <id>, "blocked": true or false}');
      const person = personNamed(world, user);
      const chat = chatWith(world, person);
      if (chat.blocked === blocked) return { blocked };
      chat.blocked = blocked;
      touch(world, chat);
      const member = { status: 'member' as const, user: world.bot };
      const kicked = { status: 'kicked' as const, user: world.bot, until_date: 0 };
      updates.push({
        my_chat_member: {
          chat: privateChatOf(person),
          from: userOf(person),
          date: world.date(),
          old_chat_member: blocked ? member : kicked,
          new_chat_member: blocked ? kicked : member,
        },
      });
      return { blocked };
    },

    join(body: Buffer) {
      const usage = '{"id": <Telegram user id>, "firstName": "…", "username"?: "…", "languageCode": "en"}';
      const person = readBody(body, personSchema, usage);
      if (world.state.people.some(({ id }) => id === person.id)) {
        throw new ControlError(409, `somebody here already has the id ${person.id}`);
      }
      world.state.people.push(person);
      world.changed();
      return { person };
    },
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
  if (button.callback_data === undefined) {
    const effect = button.url === undefined ? 'acts' : `opens ${button.url}`;
    throw new ControlError(400, `"${button.text}" ${effect} on the person's own device: the bot hears nothing of it`);
  }
  return button;
}
