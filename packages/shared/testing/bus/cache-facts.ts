import type { CacheBucket } from '../../src/bus/bus.ts';
import type { CachedTable, CacheEntry } from '../../src/contracts/cache.ts';
import { arrivals } from '../arrivals.ts';
import type { Fact } from './world.ts';

function entry(table: CachedTable, version: number): CacheEntry {
  return { table, since: Math.max(0, version - 1), version, keys: ['7'], rows: [{ key: '7', row: { wage: '15.00' } }] };
}

/** What a watcher hears, as `ranks 3` and `reset`. */
async function watch(cache: CacheBucket) {
  const heard = arrivals<string>();
  const watching = await cache.watch({
    onEntry: ({ table, version }) => heard.add(`${table} ${version}`),
    onReset: () => heard.add('reset'),
  });
  return { heard, watching };
}

export function cacheFacts(fact: Fact): void {
  fact('a table that was never put has no entry', async (t, world) => {
    const { cache } = await world.bus();
    t.is(await cache.get('ranks'), null);
  });

  fact('an entry is read as it was put, with its revision', async (t, world) => {
    const [one, other] = [await world.bus(), await world.bus()];
    const put = await one.cache.put(entry('ranks', 1), 0);
    t.true(put.ok);
    t.deepEqual(await other.cache.get('ranks'), { entry: entry('ranks', 1), revision: put.ok ? put.revision : -1 });
  });

  fact('of two puts on the same revision one wins (C1)', async (t, world) => {
    const [one, other] = [await world.bus(), await world.bus()];
    const first = await one.cache.put(entry('ranks', 1), 0);
    const seen = first.ok ? first.revision : -1;
    const both = await Promise.all([one.cache.put(entry('ranks', 2), seen), other.cache.put(entry('ranks', 3), seen)]);
    t.is(both.filter(({ ok }) => ok).length, 1);
    t.deepEqual(await one.cache.put(entry('ranks', 4), 0), { ok: false });
  });

  fact('a watcher sees the present entries and then every change, in order', async (t, world) => {
    const [one, other] = [await world.bus(), await world.bus()];
    await one.cache.put(entry('people', 5), 0);
    const { heard } = await watch(other.cache);
    await heard.count(1);
    let revision = 0;
    for (let version = 1; version <= 10; version++) {
      const put = await one.cache.put(entry('ranks', version), revision);
      revision = put.ok ? put.revision : -1;
    }
    // The bucket keeps one value per table: a watcher may skip what was overtaken, never go back or miss the last.
    const all = await heard.until((seen) => seen.at(-1) === 'ranks 10');
    t.is(all[0], 'people 5');
    const versions = all.slice(1).map((line) => Number(line.split(' ')[1]));
    t.deepEqual(
      versions,
      versions.toSorted((a, b) => a - b),
    );
  });

  fact('an announcement is heard by every watcher and changes no entry', async (t, world) => {
    const [one, other] = [await world.bus(), await world.bus()];
    await one.cache.put(entry('people', 5), 0);
    const heard = arrivals<string>();
    const watcher = {
      onEntry: ({ table, version }: CacheEntry) => heard.add(`${table} ${version}`),
      onReset: () => heard.add('reset'),
      onAnnounced: ({ table, version }: CacheEntry) => heard.add(`announced ${table} ${version}`),
    };
    await other.cache.watch(watcher);
    await heard.count(1);
    one.cache.announce(entry('ranks', 3));
    await heard.count(2);
    t.deepEqual(heard.seen, ['people 5', 'announced ranks 3']);
    t.is(await one.cache.get('ranks'), null);
  });

  fact('after a break a watcher is reset and sees the present entries again (C2)', async (t, world) => {
    const [one, other] = [await world.bus(), await world.bus()];
    await one.cache.put(entry('ranks', 1), 0);
    const { heard } = await watch(other.cache);
    await heard.count(1);
    await world.cut();
    await world.mend();
    t.deepEqual(await heard.count(3), ['ranks 1', 'reset', 'ranks 1']);
    await one.cache.put(entry('people', 1), 0);
    t.deepEqual(await heard.count(4), ['ranks 1', 'reset', 'ranks 1', 'people 1']);
  });

  fact('a bucket that is lost resets its watchers, and the next entry reaches them', async (t, world) => {
    const [one, other] = [await world.bus(), await world.bus()];
    await one.cache.put(entry('ranks', 8), 0);
    const { heard } = await watch(other.cache);
    await heard.count(1);
    await world.loseStore();
    await heard.count(2);
    t.is(await one.cache.get('ranks'), null);
    await one.cache.put(entry('ranks', 1), 0);
    t.deepEqual(await heard.count(3), ['ranks 8', 'reset', 'ranks 1']);
  });

  fact('a watch that begins while the server is away shows the present entries when it comes', async (t, world) => {
    const [one, other] = [await world.bus(), await world.bus()];
    await one.cache.put(entry('ranks', 1), 0);
    await world.cut();
    const { heard } = await watch(other.cache);
    await world.mend();
    await heard.until((seen) => seen.includes('ranks 1'));
    t.is(heard.seen.at(-1), 'ranks 1');
  });

  fact('a watcher that is stopped hears nothing more', async (t, world) => {
    const [one, other] = [await world.bus(), await world.bus()];
    const [stopped, going] = [await watch(other.cache), await watch(other.cache)];
    await stopped.watching[Symbol.asyncDispose]();
    await one.cache.put(entry('ranks', 1), 0);
    await going.heard.count(1);
    t.deepEqual(stopped.heard.seen, []);
  });

  fact('without a connection the bucket cannot be read or written, and the caller knows', async (t, world) => {
    const { cache } = await world.bus();
    await world.cut();
    await t.throwsAsync(cache.get('ranks'), { message: /no connection/ });
    await t.throwsAsync(cache.put(entry('ranks', 1), 0), { message: /no connection/ });
  });
}
