import { badRequest } from '../../api-error.ts';
import { booleanOf, integerOf, requiredTextOf, type CallParameters } from '../../call-parameters.ts';
import { findConversation, findMessage } from '../../chats/conversation.ts';
import { copyOf, isCopyable, isForwardable, originOf } from '../../chats/forward.ts';
import type { Content } from '../../message.ts';
import type { StoredMessage } from '../../state.ts';
import { readCaption } from '../../text/formatted-text.ts';
import { asCaption, withCaption } from '../../text/message-text.ts';
import type { World } from '../../world.ts';
import { readMessageIds } from './message-ids.ts';
import type { Methods } from '../method.ts';
import { readOutgoing, send, type Outgoing } from './outgoing.ts';

/** A forward names who wrote the message first; a copy does not. Either is made of messages of the bot's own chats. */
export function forwardingMethods(world: World): Methods {
  return {
    forwardMessage(parameters) {
      const stored = findSource(world, parameters, 'message to forward not found');
      const outgoing = readOutgoing(world, parameters);
      if (!isForwardable(stored)) throw badRequest("The message can't be forwarded");
      return { result: send(world, { ...outgoing, ...forwardedFrom(stored) }, copyOf(stored)) };
    },
    copyMessage(parameters) {
      const caption = parameters.values.has('caption') ? readCaption(world, parameters) : undefined;
      const stored = findSource(world, parameters, 'message to copy not found');
      const outgoing = readOutgoing(world, parameters);
      if (!isCopyable(stored)) throw badRequest("The message can't be copied");
      const isAbove = booleanOf(parameters, 'show_caption_above_media');
      const content = caption
        ? withCaption(copyOf(stored), { ...asCaption(caption), ...(isAbove && above) })
        : copyOf(stored);
      const { message_id } = send(world, outgoing, content);
      return { result: { message_id } };
    },
    forwardMessages(parameters) {
      const outgoing = readOutgoing(world, parameters);
      const sources = findSources(world, parameters).filter(isForwardable);
      const copies = sources.map((stored) => ({ ...outgoing, ...forwardedFrom(stored), content: copyOf(stored) }));
      return { result: sendAll(world, copies) };
    },
    copyMessages(parameters) {
      const outgoing = readOutgoing(world, parameters);
      const bare = booleanOf(parameters, 'remove_caption');
      const sources = findSources(world, parameters).filter(isCopyable);
      const copies = sources.map((stored) => {
        const content = copyOf(stored);
        return { ...outgoing, content: bare ? withCaption(content, {}) : content };
      });
      return { result: sendAll(world, copies) };
    },
  };
}

/** An invoice can be paid where it was forwarded to, too. */
function forwardedFrom(stored: StoredMessage): Pick<Outgoing, 'origin' | 'terms'> {
  return { origin: originOf(stored), ...(stored.terms && { terms: stored.terms }) };
}

const above = { show_caption_above_media: true } as const;

function findSource(world: World, parameters: CallParameters, missing: string): StoredMessage {
  const { chat } = findConversation(world, requiredTextOf(parameters, 'from_chat_id'));
  const stored = findMessage(chat, integerOf(parameters, 'message_id'));
  if (!stored) throw badRequest(missing);
  return stored;
}

/** Those that are there. */
function findSources(world: World, parameters: CallParameters): StoredMessage[] {
  const fromChatId = requiredTextOf(parameters, 'from_chat_id');
  const ids = readMessageIds(parameters);
  if (ids.some((id, index) => index > 0 && id <= (ids[index - 1] ?? 0))) {
    throw badRequest('Message identifiers must be in a strictly increasing order');
  }
  const { chat } = findConversation(world, fromChatId);
  return ids.map((id) => findMessage(chat, id)).filter((stored) => stored !== undefined);
}

function sendAll(world: World, copies: readonly (Outgoing & { content: Content })[]): { message_id: number }[] {
  if (copies.length === 0) throw badRequest("Messages can't be forwarded");
  return copies.map(({ content, ...outgoing }) => ({ message_id: send(world, outgoing, content).message_id }));
}
