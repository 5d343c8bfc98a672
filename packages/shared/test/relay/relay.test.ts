import test from 'ava';
import pino from 'pino';
import { record } from '../../src/bus/outbox.ts';
import { consumeOnce, on } from '../../src/bus/inbox.ts';
import { memoryNetwork } from '../../src/bus/memory.ts';
import { recordCacheChange } from '../../src/cache/record.ts';
import type { CacheEntry } from '../../src/contracts/cache.ts';
import { syncFailed } from '../../src/contracts/sync.ts';
import { relay } from '../../src/relay/relay.ts';
import { systemClock as clock } from '../../src/runtime/clock.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { type Arrivals, arrivals } from '../../testing/arrivals.ts';

const log = pino({ level: 'silent' });
const failure = (id: string) => ({ id, table: null, reason: 'a test', at: '2026-03-01T10:00:00.000Z' });

/** The first that fits, now or when it arrives. */
async function first<T>(seen: Arrivals<T>, fits: (value: T) => boolean): Promise<T> {
  const found = (await seen.until((all) => all.some(fits))).find(fits);
  if (found === undefined) throw new Error('it was there a moment ago');
  return found;
}

/** Runs a relay for the length of the test. */
function running(
  t: { teardown: (end: () => Promise<void>) => void },
  { url }: TestDatabase,
  network: ReturnType<typeof memoryNetwork>,
) {
  const stop = new AbortController();
  const ended = relay({ url, bus: network.bus(), clock, log }).run(stop.signal);
  t.teardown(async () => {
    stop.abort();
    await ended;
  });
  return {
    async stop() {
      stop.abort();
      await ended;
    },
  };
}

test('C2 a committed version reaches every watcher with its rows', async (t) => {
  const place = await testDatabase(t);
  const network = memoryNetwork({ clock, log });
  const seen = arrivals<CacheEntry>();
  await network.bus().cache.watch({ onEntry: seen.add, onReset: () => {} });
  running(t, place, network);
  await place.database
    .em()
    .transactional((tx) => recordCacheChange(tx, 'ranks', [{ key: 'Rookie', row: { emoji: 'x' } }]));
  const entry = await first(seen, (one) => one.table === 'ranks' && one.version === 1);
  t.deepEqual(entry.keys, ['Rookie']);
});

test('over 1,000 keys the entry says: load everything', async (t) => {
  const place = await testDatabase(t);
  const network = memoryNetwork({ clock, log });
  const seen = arrivals<CacheEntry>();
  await network.bus().cache.watch({ onEntry: seen.add, onReset: () => {} });
  running(t, place, network);
  const rows = Array.from({ length: 1_001 }, (_, index) => ({ key: String(index), row: {} }));
  await place.database.em().transactional((tx) => recordCacheChange(tx, 'ranks', rows));
  t.is((await first(seen, (one) => one.table === 'ranks' && one.version === 1)).keys, 'all');
});

test('rows that are more than a message takes are not carried, be they few: load everything', async (t) => {
  const place = await testDatabase(t);
  const network = memoryNetwork({ clock, log });
  const seen = arrivals<CacheEntry>();
  await network.bus().cache.watch({ onEntry: seen.add, onReset: () => {} });
  running(t, place, network);
  const rows = Array.from({ length: 500 }, (_, index) => ({ key: String(index), row: { text: '文'.repeat(500) } }));
  await place.database.em().transactional((tx) => recordCacheChange(tx, 'ranks', rows));
  t.is((await first(seen, (one) => one.table === 'ranks' && one.version === 1)).keys, 'all');
});

test('what was committed while the bus was away is published when it is back', async (t) => {
  const place = await testDatabase(t);
  const network = memoryNetwork({ clock, log });
  const seen = arrivals<CacheEntry>();
  await network.bus().cache.watch({ onEntry: seen.add, onReset: () => {} });
  network.cut();
  running(t, place, network);
  for (const key of ['a', 'b'])
    await place.database.em().transactional((tx) => recordCacheChange(tx, 'ranks', [{ key, row: {} }]));
  network.mend();
  const entry = await first(seen, (one) => one.table === 'ranks' && one.version === 2);
  t.deepEqual(entry.keys === 'all' ? 'all' : entry.keys, ['a', 'b']);
});

test('S5 an event has its effect once though two relays run and it is published again', async (t) => {
  const place = await testDatabase(t);
  const { database } = place;
  await database.em().execute('create table effects (id text)');
  const network = memoryNetwork({ clock, log });
  const handled = arrivals<string>();
  const consumer = await consumeOnce(
    [
      on(syncFailed, async ({ id }, tx) => {
        await tx.execute('insert into effects (id) values (?)', [id]);
        handled.add(id);
      }),
    ],
    { service: 'bot', bus: network.bus(), database, log },
  );
  const leading = running(t, place, network);
  running(t, place, network);
  await database.em().transactional((tx) => record(tx, syncFailed, failure('one')));
  await first(handled, (id) => id === 'one');
  await leading.stop();
  // The first relay is gone, the other takes over. The stream has forgotten what it had, so the event comes again.
  network.loseStore();
  await network.bus().publish({ subject: syncFailed.subject, id: 'one', body: failure('one') });
  await database.em().transactional((tx) => record(tx, syncFailed, failure('two')));
  await first(handled, (id) => id === 'two');
  // What was begun is committed.
  await consumer[Symbol.asyncDispose]();
  t.deepEqual(await database.em().execute('select id from effects order by id'), [{ id: 'one' }, { id: 'two' }]);
});

test('an event that was rolled back is never published', async (t) => {
  const place = await testDatabase(t);
  await t.throwsAsync(() =>
    place.database.em().transactional(async (tx) => {
      await record(tx, syncFailed, failure('never'));
      throw new Error('killed here');
    }),
  );
  t.deepEqual(await place.database.em().execute('select 1 from outbox'), []);
});
