import { z } from 'zod';
import { findMessage, messageOf } from '../chats/conversation.ts';
import type { Content } from '../message.ts';
import type { StoredMessage } from '../state.ts';
import { plainText } from '../text/formatted-text.ts';
import type { Updates } from '../updates/queue.ts';
import { touch, type World } from '../world.ts';
import { ControlError } from './control-error.ts';
import { reachBot, readBody } from './request.ts';

const usage = '{"user": <id>, "message_id": <number>, "text": "…"}, or "caption" for what is no text';
const editSchema = z
  .strictObject({
    user: z.int(),
    message_id: z.int(),
    text: z.string().trim().min(1).max(4096).optional(),
    caption: z.string().trim().max(1024).optional(),
  })
  .refine(({ text, caption }) => (text === undefined) !== (caption === undefined), {
    error: 'either a text or a caption',
  });

/** A person corrects a message of theirs: the bot gets `edited_message`. */
export function createEditing(world: World, updates: Updates) {
  return function edit(body: Buffer): { message_id: number } {
    const { user, message_id: id, text, caption } = readBody(body, editSchema, usage);
    const { chat } = reachBot(world, user);
    const stored = findMessage(chat, id);
    if (stored?.side !== 'user' || stored.fixed) throw new ControlError(404, `${user} has written no message ${id}`);
    const ageMs = (world.date() - stored.frame.date) * 1000;
    if (ageMs > world.settings.personEditableMs) throw new ControlError(409, `message ${id} is too old to be edited`);
    stored.content = text === undefined ? captioned(stored, caption ?? '') : reworded(stored, text);
    stored.frame.edit_date = world.date();
    touch(world, chat);
    updates.push({ edited_message: messageOf(stored) });
    return { message_id: id };
  };
}

function reworded({ content, frame }: StoredMessage, text: string): Content {
  if (content.text === undefined) throw new ControlError(400, `message ${frame.message_id} has no text, but a caption`);
  const { entities } = plainText(text);
  return { text, ...(entities.length > 0 && { entities }) };
}

function captioned({ content, frame }: StoredMessage, caption: string): Content {
  if (content.text !== undefined) throw new ControlError(400, `message ${frame.message_id} has a text, no caption`);
  const { caption: _, caption_entities: __, ...media } = content;
  const { entities } = plainText(caption);
  return {
    ...media,
    ...(caption !== '' && { caption }),
    ...(entities.length > 0 && { caption_entities: entities }),
  };
}
