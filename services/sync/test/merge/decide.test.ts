import test from 'ava';
import type { ConflictPolicy } from '@opsheet/shared/reference/table';
import {
  isWithinWindow,
  knownRows,
  type RowDecision,
  type RowSide,
  settle,
  type Settlement,
} from '../../src/merge/decide.ts';

test('the meetings of two sides of a row: an edit beats a deletion', (t) => {
  const expected: Record<RowSide, Record<RowSide, RowDecision>> = {
    same: { same: 'merge cells', changed: 'merge cells', gone: 'delete in sheet' },
    changed: { same: 'merge cells', changed: 'merge cells', gone: 'insert again' },
    gone: { same: 'retire', changed: 'append again', gone: 'forget' },
  };
  t.deepEqual(knownRows, expected);
});

const times = { lastCompleteReadAt: 1000, readAt: 2000 };

test('newest wins: the database edit was before, within or after the interval in which the sheet was edited', (t) => {
  const settlements: [number, Settlement['winner'], boolean][] = [
    [999, 'sheet', true],
    [1000, 'sheet', true],
    [1001, 'sheet', false],
    [2000, 'sheet', false],
    [2001, 'database', true],
  ];
  for (const [modifiedAt, winner, decidable] of settlements)
    t.deepEqual(
      settle('newest wins', modifiedAt, times),
      { winner, decidable, withinWindow: true },
      String(modifiedAt),
    );
});

test('newest wins: without an earlier read nobody can say, and the sheet wins', (t) => {
  const first = { lastCompleteReadAt: null, readAt: 2000 };
  t.deepEqual(settle('newest wins', 0, first), { winner: 'sheet', decidable: false, withinWindow: true });
});

test('the other policies need no times', (t) => {
  const winners: Record<Exclude<ConflictPolicy, 'newest wins'>, Settlement['winner']> = {
    'sheet wins': 'sheet',
    'database wins': 'database',
    ask: 'open',
  };
  for (const [policy, winner] of Object.entries(winners))
    // Object.entries forgets that the keys are policies.
    t.deepEqual(settle(policy as ConflictPolicy, 5000, times), { winner, decidable: true, withinWindow: true });
});

test('the conflict window is strictly less than an hour, whoever was first', (t) => {
  const answers = [0, 3_599_999, 3_600_000].map((apart) => [isWithinWindow(0, apart), isWithinWindow(apart, 0)]);
  t.deepEqual(answers, [
    [true, true],
    [true, true],
    [false, false],
  ]);
  t.false(settle('newest wins', 2000 - 3_600_000, times).withinWindow);
});
