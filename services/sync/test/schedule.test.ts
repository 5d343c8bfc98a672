import test, { type ExecutionContext } from 'ava';
import pino from 'pino';
import type { PassReport } from '@opsheet/shared/contracts/sync';
import { channels, notify } from '@opsheet/shared/database/channels';
import { arrivals } from '@opsheet/shared/testing/arrivals';
import { type TestDatabase, testDatabase } from '@opsheet/shared/testing/database';
import { type FakeClock, fakeClock } from '@opsheet/shared/testing/fake-clock';
import { cycleLog } from '../src/cycle-log.ts';
import { phrases } from '../src/phrases.ts';
import { maxFailures, type Runner } from '../src/runner.ts';
import { schedule } from '../src/schedule.ts';

const log = pino({ level: 'silent' });
const report = (pass: number, outcome: PassReport['outcome']): PassReport => ({
  pass,
  outcome,
  startedAt: '2026-03-01T10:00:00.000Z',
  durationMs: 1,
  reason: outcome === 'failed' ? 'no network' : null,
  calls: { reads: 1, writes: 0 },
  tables: [],
});

/** A runner whose passes end when the test says so, or at once. */
function scriptedRunner(
  clock: FakeClock,
  outcomeOf: (pass: number) => PassReport['outcome'] | Promise<PassReport['outcome']> = () => 'done',
) {
  const passes = arrivals<number>();
  let failures = 0;
  let lastGoodAt: number | null = null;
  const runner: Runner = {
    async runOnce() {
      const pass = passes.seen.length + 1;
      passes.add(clock.now());
      const outcome = await outcomeOf(pass);
      failures = outcome === 'failed' ? failures + 1 : 0;
      if (outcome !== 'failed') lastGoodAt = clock.now();
      return report(pass, outcome);
    },
    state: () => ({ lastReport: null, lastGoodAt, failures }),
    declined: (reason) => ({ ...report(passes.seen.length, 'failed'), reason }),
  };
  return { runner, passes };
}

function running(
  t: ExecutionContext,
  { url, database }: TestDatabase,
  { clock, runner }: { clock: FakeClock; runner: Runner },
) {
  const stop = new AbortController();
  const cycles = cycleLog({ tables: [], log, clock });
  const passes = schedule({
    url,
    database,
    runner,
    cycles,
    phrases: phrases(log),
    intervalSeconds: 5,
    clock,
    chance: () => 0,
    log,
  });
  const ended = passes.run(stop.signal);
  const end = async () => {
    stop.abort();
    await ended.catch(() => 'told elsewhere');
  };
  t.teardown(end);
  return { passes, ended, end };
}

test('a pass every interval, the first at once', async (t) => {
  const clock = fakeClock();
  const { runner, passes } = scriptedRunner(clock);
  running(t, await testDatabase(t), { clock, runner });
  await passes.count(1);
  await clock.sleeping();
  await clock.advance(5_000);
  await passes.count(2);
  await clock.sleeping();
  await clock.advance(4_999);
  t.is(passes.seen.length, 2);
  await clock.advance(1);
  await passes.count(3);
  t.deepEqual(
    passes.seen.map((at) => at - (passes.seen[0] ?? 0)),
    [0, 5_000, 10_000],
  );
});

test('a row that waits for the sheet makes a pass at once', async (t) => {
  const clock = fakeClock();
  const place = await testDatabase(t);
  const { runner, passes } = scriptedRunner(clock);
  running(t, place, { clock, runner });
  await passes.count(1);
  await clock.sleeping();
  await notify(place.database.em(), channels.sync);
  await passes.count(2);
  t.is(passes.seen[1], passes.seen[0], 'no time has passed');
});

test('who asks for a pass during one gets the report of the next', async (t) => {
  const clock = fakeClock();
  const first = Promise.withResolvers<PassReport['outcome']>();
  const { runner, passes } = scriptedRunner(clock, (pass) => (pass === 1 ? first.promise : 'done'));
  const { passes: sync } = running(t, await testDatabase(t), { clock, runner });
  await passes.count(1);
  const asked = sync.runNow();
  first.resolve('done');
  t.is((await asked).pass, 2);
});

test('B22 failed passes come later and later, and five in a row end the process', async (t) => {
  const clock = fakeClock();
  const { runner, passes } = scriptedRunner(clock, () => 'failed');
  const { ended } = running(t, await testDatabase(t), { clock, runner });
  const failed = t.throwsAsync(ended, { message: /5 passes in a row failed, the last one: no network/ });
  await passes.count(1);
  await clock.sleeping();
  await clock.advance(60_000);
  await failed;
  t.deepEqual(
    passes.seen.slice(1).map((at, index) => at - (passes.seen[index] ?? 0)),
    [4_000, 8_000, 16_000, 32_000],
  );
  t.is(passes.seen.length, maxFailures);
});

test('a success begins the count of failures anew', async (t) => {
  const clock = fakeClock();
  const { runner, passes } = scriptedRunner(clock, (pass) => (pass % 3 === 0 ? 'done' : 'failed'));
  running(t, await testDatabase(t), { clock, runner });
  await passes.count(1);
  await clock.sleeping();
  await clock.advance(120_000);
  await passes.count(12);
  t.true(runner.state().failures < maxFailures);
});

test('a stop answers whoever waits for a pass, for it waits for the requests in hand', async (t) => {
  const clock = fakeClock();
  const begun = Promise.withResolvers<PassReport['outcome']>();
  const { runner, passes } = scriptedRunner(clock, () => begun.promise);
  const { passes: sync, end } = running(t, await testDatabase(t), { clock, runner });
  await passes.count(1);
  const asked = sync.runNow();
  const ended = end();
  t.like(await asked, { outcome: 'failed', reason: 'sync is stopping' });
  begun.resolve('done');
  await ended;
  t.like(await sync.runNow(), { outcome: 'failed' });
});

test('a second sync process stands by and takes over when the first ends', async (t) => {
  const place = await testDatabase(t);
  const clock = fakeClock();
  const one = scriptedRunner(clock);
  const other = scriptedRunner(clock);
  const first = running(t, place, { clock, runner: one.runner });
  await one.passes.count(1);
  const second = running(t, place, { clock, runner: other.runner });
  await clock.sleeping(2);
  await clock.advance(3_000);
  t.is(other.passes.seen.length, 0);
  t.like(await second.passes.runNow(), { outcome: 'failed', reason: 'another sync process is at work, ask again' });
  await first.end();
  await clock.sleeping();
  await clock.advance(1_000);
  await other.passes.count(1);
  t.pass();
});

test('a killed database session is opened again, and passes go on', async (t) => {
  const place = await testDatabase(t);
  const clock = fakeClock();
  const { runner, passes } = scriptedRunner(clock);
  running(t, place, { clock, runner });
  await passes.count(1);
  await clock.sleeping();
  await place.database
    .em()
    .execute(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'opsheet sync' and datname = current_database()`,
    );
  await passes.count(2);
  t.pass();
});
