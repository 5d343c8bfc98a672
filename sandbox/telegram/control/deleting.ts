import { z } from 'zod';
import { findMessage, removeMessages } from '../chats/conversation.ts';
import { chatWith, type World } from '../world.ts';
import { ControlError } from './control-error.ts';
import { personNamed, readBody } from './request.ts';

const deleteSchema = z.strictObject({ user: z.int(), message_id: z.int() });

/** A person deletes a message for both sides. No update tells the bot, which can only fail to find it later. */
export function createDeleting(world: World) {
  return function remove(body: Buffer): { message_id: number } {
    const { user, message_id: id } = readBody(body, deleteSchema, '{"user": <id>, "message_id": <number>}');
    const chat = chatWith(world, personNamed(world, user));
    const stored = findMessage(chat, id);
    if (!stored) throw new ControlError(404, `the chat of ${user} has no message ${id}`);
    removeMessages(world, chat, [stored]);
    return { message_id: id };
  };
}
