import { z } from 'zod';
import { findMessage, writeAsPerson, type Conversation } from '../chats/conversation.ts';
import { ApiError } from '../api-error.ts';
import { contactOf } from '../media/contact.ts';
import { keepDocument } from '../media/document.ts';
import { mediaTypeOf } from '../media/media-type.ts';
import type { Contact } from '../media/media-object.ts';
import { keepPhoto } from '../media/photo.ts';
import type { Content } from '../message.ts';
import type { StoredMessage } from '../state.ts';
import { plainText } from '../text/formatted-text.ts';
import { asCaption, asText } from '../text/message-text.ts';
import type { Updates } from '../updates/queue.ts';
import type { World } from '../world.ts';
import { ControlError } from './control-error.ts';
import { reachBot, readBody } from './request.ts';

const usage =
  '{"user": <id>, "reply_to"?: <message id>} with one of "text": "<1 to 4096 characters>", "photo": {"base64"}, ' +
  '"document": {"name", "base64", "media_type"?}, "location": {"latitude", "longitude"}, ' +
  '"contact": {"phone_number", "first_name", "last_name"?}; "caption"? with a photo or a document';

const base64 = z.base64().min(1);

export const locationSchema = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

const kinds = {
  text: z.string().trim().min(1).max(4096).optional(),
  photo: z.strictObject({ base64 }).optional(),
  document: z
    .strictObject({ name: z.string().min(1).max(255), base64, media_type: z.string().min(1).optional() })
    .optional(),
  location: locationSchema.optional(),
  contact: z
    .strictObject({
      phone_number: z.string().min(1).max(32),
      first_name: z.string().min(1).max(64),
      last_name: z.string().max(64).optional(),
    })
    .optional(),
};

const sendSchema = z
  .strictObject({
    user: z.int(),
    reply_to: z.int().optional(),
    caption: z.string().trim().max(1024).optional(),
    ...kinds,
  })
  .refine((sent) => Object.keys(kinds).filter((kind) => kind in sent).length === 1, {
    error: `one of ${Object.keys(kinds).join(', ')}`,
  })
  .refine(({ caption, photo, document }) => caption === undefined || photo !== undefined || document !== undefined, {
    error: 'only a photo or a document has a caption',
  });

type Sent = z.infer<typeof sendSchema>;

/** What a person writes or shows: the bot gets `message`. */
export function createSending(world: World, updates: Updates) {
  return async function send(body: Buffer): Promise<{ message_id: number }> {
    const sent = readBody(body, sendSchema, usage);
    const conversation = reachBot(world, sent.user);
    const replyTo = findAnswered(conversation, sent.reply_to);
    const content = await contentOf(world, sent);
    const message = writeAsPerson(world, conversation, { content, replyTo });
    updates.push({ message });
    return { message_id: message.message_id };
  };
}

function findAnswered({ person, chat }: Conversation, id: number | undefined): StoredMessage | undefined {
  if (id === undefined) return undefined;
  const found = findMessage(chat, id);
  if (!found) throw new ControlError(404, `the chat of ${person.id} has no message ${id}`);
  return found;
}

async function contentOf(world: World, { text, location, contact, ...sent }: Sent): Promise<Content> {
  if (text !== undefined) return asText(plainText(text));
  if (location) return { location };
  if (contact) return { contact: knownContact(world, contact) };
  return { ...(await fileOf(world, sent).catch(refused)), ...asCaption(plainText(sent.caption ?? '')) };
}

function knownContact(world: World, { last_name: lastName, ...named }: NonNullable<Sent['contact']>): Contact {
  return contactOf(world, { ...named, ...(lastName !== undefined && { last_name: lastName }) });
}

/** An app says what a document is; where it does not, the name does. */
async function fileOf(world: World, { photo, document }: Pick<Sent, 'photo' | 'document'>): Promise<Content> {
  if (photo) return { photo: await keepPhoto(world, Buffer.from(photo.base64, 'base64')) };
  if (!document) throw new Error('the schema lets no message pass that says nothing');
  const { name, media_type: mediaType = mediaTypeOf(name) } = document;
  const bytes = Buffer.from(document.base64, 'base64');
  return { document: await keepDocument(world, { name, mediaType, bytes, thumbnail: undefined }) };
}

/** What Telegram would not take from a bot, its apps do not take from a person. */
function refused(error: unknown): never {
  if (error instanceof ApiError) throw new ControlError(400, `no such file: ${error.message}`);
  throw error;
}
