import { p } from '@mikro-orm/core';

/** The five columns that every reference table has (seed item C11). */
export const syncColumns = {
  lastSyncedAt: p.datetime().nullable(),
  lastModifiedAt: p.datetime(),
  /** Which side made the last change. */
  source: p.enum(['sheets', 'local'] as const),
  syncStatus: p.enum(['synced', 'pending', 'conflict'] as const),
  /** Grows by one with every accepted change. */
  version: p.integer().default(1),
};
