import type { Em } from './open.ts';

/** NOTIFY channels. A notification is a wake-up, never the truth: every listener polls as well. */
export const channels = {
  /** An outbox row or a cache version waits for the relay. */
  relay: 'opsheet_relay',
  /** A row waits to be written to the sheet. */
  sync: 'opsheet_sync',
  /** A Telegram update waits for a worker. */
  updates: 'opsheet_updates',
} as const;

/** Wakes the listeners of `channel` when the transaction commits. */
export const notify = (tx: Em, channel: (typeof channels)[keyof typeof channels]) =>
  tx.execute('select pg_notify(?, ?)', [channel, '']);
