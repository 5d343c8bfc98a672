import test from 'ava';
import type { CellValue } from '@opsheet/shared/contracts/reference';
import type { Writer } from '@opsheet/shared/reference/table';
import type { Settlement } from '../../src/merge/decide.ts';
import { type CellMeeting, type CellOutcome, mergeCell } from '../../src/merge/merge-cell.ts';

const sheetWins: Settlement = { winner: 'sheet', decidable: true, withinWindow: true };

/** A cell whose agreed value is 'b'. */
const cell = (over: Partial<CellMeeting> = {}): CellMeeting => ({
  writer: 'both',
  base: 'b',
  sent: [],
  sheet: 'b',
  suspended: false,
  database: 'b',
  ...over,
});

const merge = (over: Partial<CellMeeting>, settlement = sheetWins) => mergeCell(cell(over), () => settlement);

const outcome = (move: CellOutcome['move'], agreed: CellValue | undefined, sent: CellValue[] = []): CellOutcome => ({
  move,
  agreed,
  sent,
  conflict: null,
});

test('who changed what decides, by who may write the column', (t) => {
  type Meeting =
    | 'nothing changed'
    | 'sheet changed'
    | 'database changed'
    | 'both changed'
    | 'both agree'
    | 'sheet is bad';
  const sides: Record<Meeting, Partial<CellMeeting>> = {
    'nothing changed': {},
    'sheet changed': { sheet: 's' },
    'database changed': { database: 'd' },
    'both changed': { sheet: 's', database: 'd' },
    'both agree': { sheet: 'x', database: 'x' },
    'sheet is bad': { sheet: undefined },
  };
  const expected: Record<Writer, Record<Meeting, CellOutcome>> = {
    both: {
      'nothing changed': outcome('nothing', 'b'),
      'sheet changed': outcome('pull', 's'),
      'database changed': outcome('push', 'b', ['d']),
      'both changed': { ...outcome('pull', 's'), conflict: sheetWins },
      'both agree': outcome('nothing', 'x'),
      'sheet is bad': outcome('nothing', 'b'),
    },
    sheet: {
      'nothing changed': outcome('nothing', 'b'),
      'sheet changed': outcome('pull', 's'),
      'database changed': outcome('pull', 'b'),
      'both changed': outcome('pull', 's'),
      'both agree': outcome('nothing', 'x'),
      'sheet is bad': outcome('nothing', 'b'),
    },
    database: {
      'nothing changed': outcome('nothing', 'b'),
      'sheet changed': outcome('push', 'b', ['b']),
      'database changed': outcome('push', 'b', ['d']),
      'both changed': outcome('push', 'b', ['d']),
      'both agree': outcome('nothing', 'x'),
      'sheet is bad': outcome('push', 'b', ['b']),
    },
  };
  for (const [writer, meetings] of Object.entries(expected))
    for (const [meeting, answer] of Object.entries(meetings))
      // Object.entries forgets the types of the keys.
      t.deepEqual(merge({ ...sides[meeting as Meeting], writer: writer as Writer }), answer, `${writer}: ${meeting}`);
});

test('a conflict that the database wins makes the sheet value base, so that it is found once', (t) => {
  const settlement: Settlement = { ...sheetWins, winner: 'database' };
  const first = merge({ sheet: 's', database: 'd' }, settlement);
  t.deepEqual(first, { move: 'push', agreed: 's', sent: ['d'], conflict: settlement });
  t.deepEqual(merge({ base: 's', sent: ['d'], sheet: 's', database: 'd' }), outcome('push', 's', ['d']));
});

test('a conflict that waits for a person moves nothing', (t) => {
  const settlement: Settlement = { ...sheetWins, winner: 'open' };
  t.deepEqual(merge({ sheet: 's', database: 'd', sent: ['x'] }, settlement), {
    move: 'nothing',
    agreed: 'b',
    sent: ['x'],
    conflict: settlement,
  });
});

test('S1 a value that we wrote is no edit: when it is seen it becomes base, and older ones go with it', (t) => {
  t.deepEqual(merge({ sent: ['1', '2', '3'], sheet: '2', database: '3' }), outcome('push', '2', ['3']));
  t.deepEqual(merge({ sent: ['1', '2'], sheet: '1', database: 'd' }), outcome('push', '1', ['2', 'd']));
  t.deepEqual(merge({ sent: ['1', '2'], sheet: '2', database: '2' }), outcome('nothing', '2'));
});

test('S5 a write that was lost is made again, with one entry in the ledger', (t) => {
  t.deepEqual(merge({ sent: ['d'], database: 'd' }), outcome('push', 'b', ['d']));
  t.deepEqual(merge({ sent: ['d', 'e'], database: 'd' }), outcome('push', 'b', ['e', 'd']));
});

test('S3 once the echo was seen, the same value typed by a person is an edit', (t) => {
  const seen = merge({ sent: ['d'], sheet: 'd', database: 'd' });
  t.deepEqual(seen, outcome('nothing', 'd'));
  t.deepEqual(merge({ base: 'd', sheet: 'b', database: 'd' }), outcome('pull', 'b'), 'the revert');
});

test('S3 the ledger ends when nothing is left to push, or a person has written something else', (t) => {
  t.deepEqual(merge({ sent: ['d'] }), outcome('nothing', 'b'));
  t.deepEqual(merge({ sent: ['d'], sheet: 's' }), outcome('pull', 's'));
  t.deepEqual(merge({ sent: ['d'], sheet: 's', database: 'd' }).sent, []);
});

test('S7 a database edit is pushed over a bad cell, but not over one on which there never was agreement', (t) => {
  t.deepEqual(merge({ sheet: undefined, database: 'd' }), outcome('push', 'b', ['d']));
  t.deepEqual(merge({ base: undefined, sheet: undefined, database: 'd' }), outcome('nothing', undefined));
});

test('without a base equal values agree and different ones are a conflict; an empty cell is a value', (t) => {
  t.deepEqual(merge({ base: undefined, sheet: null, database: null }), outcome('nothing', null));
  t.deepEqual(merge({ base: undefined, sheet: null, database: 'd' }), {
    ...outcome('pull', null),
    conflict: sheetWins,
  });
});

test('in a suspended row an edit waits, an echo still counts, and a database edit of the same cell wins', (t) => {
  const settlement: Settlement = { ...sheetWins, winner: 'database' };
  const suspended = true;
  t.deepEqual(merge({ suspended, sheet: 's' }), outcome('nothing', 'b'));
  t.deepEqual(merge({ suspended, sheet: 'e', sent: ['e'], database: 'd' }), outcome('push', 'e', ['d']));
  t.deepEqual(merge({ suspended, sheet: 's', database: 'd' }, settlement), {
    ...outcome('push', 's', ['d']),
    conflict: settlement,
  });
});
