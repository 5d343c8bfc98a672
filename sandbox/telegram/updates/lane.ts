import type { Update } from '../message.ts';

/**
 * Updates of one lane are delivered one after the other, lanes side by side. As on the official server (source), a
 * press does not wait for the messages of its chat.
 */
export function laneOf(update: Update): string {
  if ('message' in update) return `messages ${update.message.chat.id}`;
  if ('edited_message' in update) return `messages ${update.edited_message.chat.id}`;
  if ('callback_query' in update) return `presses ${update.callback_query.from.id}`;
  if ('pre_checkout_query' in update) return `payments ${update.pre_checkout_query.from.id}`;
  return `membership ${update.my_chat_member.chat.id}`;
}
