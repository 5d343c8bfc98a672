import { type CacheEntry, CacheEntry as CacheEntrySchema, type CachedTable } from '../../contracts/cache.ts';
import type { CacheBucket, CacheWatcher } from '../bus.ts';
import { insistOn, type Link } from './link.ts';

/** The cache bucket of all buses of a network. */
export function memoryCacheBucket({ link }: { link: Link }) {
  const stored = new Map<CachedTable, { json: string; revision: number }>();
  const watchers = new Set<CacheWatcher>();
  let last = 0;

  /** As over a wire: later, in order, and as a copy. */
  function tell(watcher: CacheWatcher, json: string): void {
    queueMicrotask(() => {
      if (watchers.has(watcher)) watcher.onEntry(read(json));
    });
  }

  function present(watcher: CacheWatcher): void {
    const entries = [...stored.values()].sort((a, b) => a.revision - b.revision);
    for (const { json } of entries) tell(watcher, json);
  }

  function reset(): void {
    for (const watcher of watchers) {
      watcher.onReset();
      present(watcher);
    }
  }

  link.onState((state) => {
    if (state === 'connected') reset();
  });

  const bucket: CacheBucket = {
    async get(table) {
      insistOn(link);
      const found = stored.get(table);
      return found ? { entry: read(found.json), revision: found.revision } : null;
    },
    async put(entry, seenRevision) {
      insistOn(link);
      if ((stored.get(entry.table)?.revision ?? 0) !== seenRevision) return { ok: false };
      const json = JSON.stringify(entry);
      last += 1;
      stored.set(entry.table, { json, revision: last });
      for (const watcher of watchers) tell(watcher, json);
      return { ok: true, revision: last };
    },
    announce(entry) {
      if (link.state() === 'away') return;
      const json = JSON.stringify(entry);
      for (const watcher of watchers) queueMicrotask(() => watcher.onAnnounced?.(read(json)));
    },
    async watch(watcher) {
      // The caller may hand in the same object twice.
      const own = { ...watcher };
      watchers.add(own);
      if (link.state() === 'connected') present(own);
      return {
        async [Symbol.asyncDispose]() {
          watchers.delete(own);
        },
      };
    },
  };

  return {
    bucket,
    lose() {
      stored.clear();
      last = 0;
      if (link.state() === 'connected') reset();
    },
  };
}

const read = (json: string): CacheEntry => CacheEntrySchema.parse(JSON.parse(json));
