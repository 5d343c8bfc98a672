import test from 'ava';
import { describePlan } from '../../src/merge/describe.ts';
import { ladder } from './ladder.ts';
import { agreed, line, plan, planOf, row } from './meeting.ts';

test('a plan is told a line per change, with what was and what will be', (t) => {
  const database = [
    row('cells', { motto: 'up' }),
    row('gone'),
    row('told', { motto: 'hi' }),
    row('fight', { low: '3.00' }),
  ];
  const told = plan({
    sheet: [line('cells', 2, 8), line('typed'), line('retired'), line('fight', 4), line('')],
    database: database.filter(({ key }) => key !== 'gone'),
    base: ['cells', 'retired', 'fight'].map((key) => agreed(key)),
  });
  t.deepEqual(describePlan(ladder, told, new Map(database.map((one) => [one.key, one]))), {
    toDatabase: [
      'Ladder cells: Low 1.00 → 2.00, High 9.00 → 8.00',
      'Ladder typed: new: Low 1.00, High 9.00',
      'Ladder fight: Low 3.00 → 4.00',
    ],
    toSheet: [
      'Ladder cells: Motto empty → up',
      'Ladder retired: the row is deleted',
      'Ladder told: new row: Low 1.00, High 9.00, Motto hi',
    ],
    conflicts: ['Ladder fight: Low 4.00 in the sheet, 3.00 in the database; the sheet wins'],
    errors: ['Ladder row 6: Name is empty'],
  });
});

test('a row that goes becomes inactive or is removed, as its table has it', (t) => {
  const gone = planOf({ toDatabase: [{ kind: 'retire', key: 'anna', seenVersion: 1 }] });
  const told = (whenGone: 'inactive' | 'removed') => describePlan({ ...ladder, whenGone }, gone, new Map()).toDatabase;
  t.deepEqual(told('inactive'), ['Ladder anna: becomes inactive']);
  t.deepEqual(told('removed'), ['Ladder anna: is removed']);
});

test('a conflict that waits says so, and a bad cell that is written over was unreadable', (t) => {
  const database = [row('anna', { low: '3.00', high: '8.00' })];
  const sides = { sheet: [line('anna', 2, 'x')], database, base: [agreed('anna')], table: { policy: 'ask' } } as const;
  const told = describePlan(ladder, plan(sides), new Map());
  t.deepEqual(told.conflicts, ['Ladder anna: Low 2.00 in the sheet, 3.00 in the database; a person has to decide']);
  t.deepEqual(told.toSheet, ['Ladder anna: High unreadable → 8.00']);
});
