import type { Bus } from '@opsheet/shared/bus/bus';
import { type CachedTable, cachedTables, type CacheEntry } from '@opsheet/shared/contracts/cache';
import type { Clock } from '@opsheet/shared/runtime/clock';
import { describe } from '@opsheet/shared/runtime/errors';
import type { Logger } from '@opsheet/shared/runtime/log';
import type { Service } from '@opsheet/shared/runtime/service';
import { wakeable } from '@opsheet/shared/runtime/wake';
import { useLate } from '../use-late.ts';
import { lendFromSync } from './lend.ts';
import type { Refresh } from './refresh.ts';
import type { Store } from './store.ts';

/** How often the versions in PostgreSQL are compared, in ms: half of D, so that one lost comparison is no staleness. */
export const comparePeriodMs = 2_000;

type Parts = { store: Store; refresh: Refresh; bus: Bus; clock: Clock; log: Logger };

/** Keeps the store exact: every entry of the bucket, a load after a gap or a reset, and a comparison every 2 s. */
export function followStore({ store, refresh, bus, clock, log }: Parts): Service {
  const wake = wakeable(clock);
  let away = false;

  function suspect(tables: readonly CachedTable[]): void {
    for (const table of tables) refresh.suspect(table);
    wake.now();
  }

  function onEntry(entry: CacheEntry): void {
    if (store.apply(entry) === 'gap') suspect([entry.table]);
  }

  /** A version ahead of its entry: taken when it fits, otherwise the entry will tell. */
  function onAnnounced(entry: CacheEntry): void {
    store.apply(entry);
  }

  async function compare(): Promise<void> {
    try {
      await refresh.now();
      if (away) log.info('database answers again');
      away = false;
    } catch (error) {
      if (!away) log.warn({ reason: describe(error) }, 'database is away, answering from memory');
      away = true;
      if (store.origin() !== 'database') await borrow();
    }
  }

  /** As long as nothing has come from PostgreSQL, sync's last read is asked for anew each time. */
  async function borrow(): Promise<void> {
    const hadNothing = store.origin() === 'nothing';
    if ((await lendFromSync(store, bus)) && hadNothing)
      log.warn('nothing was loaded: serving the last sheet read of sync');
  }

  return {
    name: 'store',
    async run(signal) {
      await using begun = new AsyncDisposableStack();
      // A bus that is away takes the watch when it comes; the comparison must not wait for that.
      bus.cache.watch({ onEntry, onAnnounced, onReset: () => suspect(cachedTables) }).then(
        (watch) => useLate(begun, watch),
        (error: unknown) => log.error({ err: error }, 'invalidations are not watched, versions are still compared'),
      );
      while (!signal.aborted) {
        await compare();
        await wake.wait(comparePeriodMs, signal);
      }
    },
  };
}
