import type { Settings } from '../settings.ts';
import type { QueuedUpdate } from '../state.ts';

type Lifetimes = Pick<Settings, 'updateLifetimeMs' | 'queryLifetimeMs'>;

/** Whether the server has given up on an update that the bot did not fetch. */
export function isExpired({ update, atMs }: QueuedUpdate, lifetimes: Lifetimes, nowMs: number): boolean {
  const waitsForAnswer = 'callback_query' in update || 'pre_checkout_query' in update;
  return nowMs - atMs > (waitsForAnswer ? lifetimes.queryLifetimeMs : lifetimes.updateLifetimeMs);
}
