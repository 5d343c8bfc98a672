import type { Update } from 'grammy/types';

/** The kinds of updates that the bot asks Telegram for. */
export const wanted = ['message', 'callback_query', 'my_chat_member'] as const;

/** The private chat in which an update happened; null for groups and channels, where the bot says nothing. */
export function chatOf({ message, callback_query: press, my_chat_member: member }: Update): string | null {
  // A button below a message that is gone from Telegram's view still tells who pressed it.
  const chat = message?.chat ?? press?.message?.chat ?? member?.chat;
  return chat?.type === 'private' ? String(chat.id) : null;
}
