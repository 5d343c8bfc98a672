import { writeAsPerson, type Conversation } from '../chats/conversation.ts';
import { ownContact } from '../media/contact.ts';
import type { Location } from '../media/media-object.ts';
import type { Content } from '../message.ts';
import type { ReplyKey } from '../state.ts';
import { plainText } from '../text/formatted-text.ts';
import { asText } from '../text/message-text.ts';
import type { Updates } from '../updates/queue.ts';
import type { World } from '../world.ts';
import { ControlError } from './control-error.ts';

/** Where everybody is who does not say otherwise. */
const somewhere: Location = { latitude: -6.1754, longitude: 106.8272 };

export type KeyPress = { conversation: Conversation; wanted: string; location: Location | undefined };

/** A press of a key below the input field: it sends its text, or what it asks for. Gives the id of the message. */
export function pressKey(world: World, updates: Updates, { conversation, wanted, location }: KeyPress): number {
  const key = findKey(conversation, wanted);
  const message = writeAsPerson(world, conversation, {
    content: sentBy(key, conversation, location ?? somewhere),
    replyTo: undefined,
  });
  updates.push({ message });
  return message.message_id;
}

function sentBy(key: ReplyKey, { person }: Conversation, location: Location): Content {
  if (key.asks === 'contact') return { contact: ownContact(person) };
  if (key.asks === 'location') return { location };
  return asText(plainText(key.text));
}

function findKey({ person, chat }: Conversation, wanted: string): ReplyKey {
  const keys = chat.keyboard?.rows.flat() ?? [];
  const key = keys.find(({ text }) => text === wanted);
  if (key) return key;
  const there = keys.length === 0 ? 'it has no keys' : `it has ${keys.map(({ text }) => `"${text}"`).join(', ')}`;
  throw new ControlError(404, `the chat of ${person.id} has no key "${wanted}" below its input field: ${there}`);
}
