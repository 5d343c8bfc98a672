import type { Em } from '@opsheet/shared/database/open';
import type { Clock } from '@opsheet/shared/runtime/clock';
import type { Logger } from '@opsheet/shared/runtime/log';
import type { Deadline } from './deadlines.ts';

/**
 * What is kept for how long once it has been dealt with. Nothing that waits or has failed is ever deleted, and history,
 * conflicts and the audit stay for good.
 */
const kept: readonly { table: string; dealtWith: string; since: string; days: number }[] = [
  // 30 days of the change queue: seed item D31.
  { table: 'sync_queue', dealtWith: `sync_status = 'synced'`, since: 'synced_at', days: 30 },
  { table: 'sync_log', dealtWith: 'true', since: 'timestamp', days: 90 },
  { table: 'sync_hold', dealtWith: 'decision is not null', since: 'decided_at', days: 90 },
  { table: 'telegram_update', dealtWith: `state = 'done'`, since: 'done_at', days: 7 },
  { table: 'outbox', dealtWith: 'done_at is not null', since: 'done_at', days: 7 },
  // Longer than the stream keeps its messages (7 days), or one of them might come again.
  { table: 'inbox', dealtWith: 'true', since: 'handled_at', days: 30 },
];

/** Looks so often, in ms. */
const everyMs = 3_600_000;

type CleanUpMeans = { em: () => Em; clock: Clock; log: Logger };

/** Deletes what has been dealt with long ago, once an hour, and says how much: `Deleted N old sync items`. */
export function cleanUp({ em, clock, log }: CleanUpMeans): Deadline {
  let nextAt = Number.NEGATIVE_INFINITY;
  return {
    name: 'old rows',
    async expire() {
      const now = clock.now();
      if (now < nextAt) return 0;
      let all = 0;
      for (const { table, dealtWith, since, days } of kept) {
        const gone = await em().execute<unknown[]>(
          `delete from ${table} where ${dealtWith} and ${since} < ?::timestamptz - ? * interval '1 day' returning 1`,
          [new Date(now), days],
        );
        if (table === 'sync_queue') log.info(`Deleted ${gone.length} old sync items`);
        all += gone.length;
      }
      nextAt = now + everyMs;
      return all;
    },
  };
}
