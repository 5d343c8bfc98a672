import type { Message } from '../message.ts';
import type { Chat, StoredMessage } from '../state.ts';
import { touch, type World } from '../world.ts';
import { findMessage, withoutReply, writeAsService, type Conversation } from './conversation.ts';

/**
 * The service message that tells of the pin, which the bot hears of as well; none where the message was pinned already.
 */
export function pinMessage(world: World, conversation: Conversation, stored: StoredMessage): Message | undefined {
  const { chat } = conversation;
  const id = stored.frame.message_id;
  const pinned = chat.pinned ?? [];
  if (pinned.includes(id)) return undefined;
  chat.pinned = [...pinned, id];
  return writeAsService(world, conversation, { by: 'bot', content: { pinned_message: withoutReply(stored) } });
}

/** The newest of those that are pinned. */
export function pinnedMessage(chat: Chat): StoredMessage | undefined {
  return findMessage(chat, Math.max(0, ...(chat.pinned ?? [])));
}

export function unpinMessages(world: World, chat: Chat, isMeant: (id: number) => boolean): void {
  chat.pinned = (chat.pinned ?? []).filter((id) => !isMeant(id));
  touch(world, chat);
}
