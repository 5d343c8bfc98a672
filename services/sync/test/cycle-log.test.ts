import test from 'ava';
import type { PassReport } from '@opsheet/shared/contracts/sync';
import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import { recordedLog } from '@opsheet/shared/testing/recorded-log';
import { cycleLog } from '../src/cycle-log.ts';

const report = (change: Partial<PassReport> = {}, quarantine: string | null = null): PassReport => ({
  pass: 1,
  outcome: 'done',
  startedAt: '2026-03-01T10:00:00.000Z',
  durationMs: 1,
  reason: null,
  calls: { reads: 1, writes: 0 },
  tables: [{ table: 'ranks', pulled: 6, applied: 0, pushed: 0, conflicts: 0, errors: 0, quarantine }],
  ...change,
});

/** How many lines above debug each of these cycles writes; the first goes before them. */
function loudness(reports: readonly PassReport[]): number[] {
  const { log, lines } = recordedLog();
  const cycles = cycleLog({ tables: [], log, clock: fakeClock() });
  cycles.finished(1, report(), true);
  return reports.map((one, index) => {
    const before = lines.seen.length;
    cycles.finished(index + 2, one, false);
    return lines.seen.slice(before).filter(({ level }) => level >= 30).length;
  });
}

test('a pass with nothing to do is for debugging only', (t) => {
  t.deepEqual(loudness([report(), report()]), [0, 0]);
});

test('a hold, a pause and a quarantine are told when they begin and when they end, not every five seconds', (t) => {
  const held = report({ outcome: 'held', reason: 'Ranks: 4 of 6 rows would be deleted' });
  const paused = report({ outcome: 'paused', reason: 'paused by operator', tables: [] });
  const quarantined = report({}, 'Ranks: the column "Min Amount" cannot be found');
  for (const lasting of [held, paused, quarantined]) {
    const [begun, on, still, ended] = loudness([lasting, lasting, lasting, report()]);
    t.deepEqual([on, still], [0, 0]);
    t.true(Number(begun) > 0 && Number(ended) > 0);
  }
});

test('a pause is no cycle: it counts for no statistics and says no full sync', (t) => {
  const { log, lines } = recordedLog();
  const cycles = cycleLog({ tables: [], log, clock: fakeClock() });
  cycles.finished(1, report({ outcome: 'paused', reason: 'paused by operator', tables: [] }), true);
  t.deepEqual(
    lines.seen.map(({ msg }) => msg),
    ['no pass is made while paused'],
  );
});
