import test from 'ava';
import pino from 'pino';
import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import { callsPerMinute, governed } from '../../src/sheets/quota.ts';
import { type Sheets, SheetsError, type SheetsFailure } from '../../src/sheets/sheets.ts';

const log = pino({ level: 'silent' });
const { signal: stop } = new AbortController();

/** Sheets that fail as told, then answer. */
function failing(...failures: SheetsFailure[]) {
  let calls = 0;
  const call = async <T>(answer: T): Promise<T> => {
    calls += 1;
    const failure = failures.shift();
    if (failure) throw new SheetsError(failure, failure);
    return answer;
  };
  const sheets: Sheets = {
    readValues: () => call([]),
    readFormulas: () => call([]),
    listTabs: () => call([]),
    write: () => call(undefined),
  };
  return { sheets, calls: () => calls };
}

test('never more than the quota in a minute, and the next goes when the first is a minute old', async (t) => {
  const clock = fakeClock();
  const { sheets, calls } = failing();
  const own = governed(sheets, { clock, chance: () => 0, log, stop });
  for (let call = 0; call < callsPerMinute; call += 1) await own.readValues([]);
  const next = own.readValues([]);
  await clock.sleeping();
  await clock.advance(59_999);
  t.is(calls(), callsPerMinute);
  await clock.advance(1);
  await next;
  t.is(calls(), callsPerMinute + 1);
});

test('a clock that is set back by an hour stops nothing for an hour', async (t) => {
  let offset = 0;
  const real = fakeClock();
  const clock = { ...real, now: () => real.now() - offset };
  const { sheets, calls } = failing();
  const own = governed(sheets, { clock, chance: () => 0, log, stop });
  for (let call = 0; call < callsPerMinute; call += 1) await own.readValues([]);
  offset = 3_600_000;
  await Promise.race([own.readValues([]), real.sleeping()]);
  t.is(calls(), callsPerMinute + 1);
});

test('a read over quota or without an answer is made again, three times at the most', async (t) => {
  const clock = fakeClock();
  const { sheets, calls } = failing('busy', 'lost');
  const read = governed(sheets, { clock, chance: () => 0, log, stop }).readValues([]);
  await clock.sleeping();
  await clock.advance(1_000);
  await clock.sleeping();
  await clock.advance(2_000);
  await read;
  t.is(calls(), 3);
  const all = failing('busy', 'busy', 'busy');
  const failed = t.throwsAsync(
    governed(all.sheets, { clock: { now: clock.now, sleep: async () => {} }, chance: () => 0, log, stop }).readValues(
      [],
    ),
    { message: 'busy' },
  );
  await failed;
  t.is(all.calls(), 3);
});

test('a write without an answer may have been made and is never repeated blindly', async (t) => {
  const clock = fakeClock();
  const { sheets, calls } = failing('lost');
  await t.throwsAsync(() => governed(sheets, { clock, chance: () => 0, log, stop }).write([]), { message: 'lost' });
  t.is(calls(), 1);
});

test('calls are counted, repeats too', async (t) => {
  const clock = { now: () => 0, sleep: async () => {} };
  const { sheets } = failing('busy');
  const own = governed(sheets, { clock, chance: () => 0, log, stop });
  await own.readValues([]);
  await own.write([]);
  t.deepEqual(own.takeCounts(), { reads: 2, writes: 1 });
  t.deepEqual(own.takeCounts(), { reads: 0, writes: 0 });
});

test('a stop ends a wait for the quota, and the call is not made', async (t) => {
  const clock = fakeClock();
  const { sheets, calls } = failing();
  const stopping = new AbortController();
  const own = governed(sheets, { clock, chance: () => 0, log, stop: stopping.signal });
  for (let call = 0; call < callsPerMinute; call += 1) await own.readValues([]);
  const late = t.throwsAsync(own.readValues([]), { message: 'stopping' });
  await clock.sleeping();
  stopping.abort(new Error('stopping'));
  await late;
  t.is(calls(), callsPerMinute);
});
