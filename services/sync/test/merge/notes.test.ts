import test from 'ava';
import { isEmpty } from '../../src/merge/plan.ts';
import { agreed, line, plan, row } from './meeting.ts';

const key = 'anna';
const sides = { database: [row(key)], base: [agreed(key)] };

/** A line whose Sync column shows `note`. */
const noted = (note: string, low: unknown = 1, high: unknown = 9) => line(key, low, high, '', '', '', note);

const bad = 'Low: "abc" is not a number';

test('S7 a bad cell keeps its last good value and is reported in the row', (t) => {
  const { toDatabase, toSheet, notes, errors } = plan({ ...sides, sheet: [noted('', 'abc')] });
  t.deepEqual({ toDatabase, toSheet }, { toDatabase: [], toSheet: [] });
  t.deepEqual(notes, [{ position: 2, key, text: bad }]);
  t.is(errors, 1);
});

test('S2 an error that stands in the row already is still counted, and is no work', (t) => {
  const shown = plan({ ...sides, sheet: [noted(bad, 'abc')] });
  t.true(isEmpty(shown));
  t.is(shown.errors, 1);
});

test('a note goes when its cell is mended', (t) => {
  t.deepEqual(plan({ ...sides, sheet: [noted(bad)] }).notes, [{ position: 2, key, text: '' }]);
});

test('a row tells all that is wrong with it', (t) => {
  t.is(plan({ ...sides, sheet: [noted('', 'abc', '')] }).notes[0]?.text, `${bad}; High is empty`);
});

test('a good edit beside a bad cell is taken', (t) => {
  t.like(plan({ ...sides, sheet: [noted('', 'abc', 8)] }).toDatabase[0], { values: { high: '8.00' } });
});

test('what people write into a column that only the database writes is no error of theirs', (t) => {
  const { notes, toSheet } = plan({ ...sides, sheet: [line(key, 1, 9, '', '', 'many')] });
  t.deepEqual(notes, []);
  t.like(toSheet[0], { kind: 'update', values: { tally: null } });
});

test('a row that breaks the rule of its table keeps its last good values and says which rule', (t) => {
  const { toDatabase, base, notes } = plan({ ...sides, sheet: [noted('', 10, 9)] });
  t.deepEqual({ toDatabase, base }, { toDatabase: [], base: [] });
  t.is(notes[0]?.text, 'High 9.00 is below Low 10.00');
});

test('two edits that break the rule only together: the database keeps its own, the sheet waits', (t) => {
  const database = [row(key, { high: '5.00' })];
  const first = plan({ ...sides, sheet: [noted('', 6)], database });
  t.deepEqual(first.toDatabase, []);
  t.like(first.toSheet[0], { kind: 'update', values: { high: '5.00' } });
  t.is(first.notes[0]?.text, 'High 5.00 is below Low 6.00');
});

test('S3 an edit that loses because its row breaks the rule is a recorded loser', (t) => {
  const database = [row(key, { low: '3.00', high: '8.00' })];
  const { conflicts, toSheet } = plan({ ...sides, sheet: [noted('', 1, 2)], database });
  t.like(conflicts[0], { field: 'high', sheetValue: '2.00', databaseValue: '8.00', winner: 'database' });
  t.like(toSheet[0], { values: { low: '3.00', high: '8.00' } });
});

test('rows without a usable key are reported by their position, in the order of the sheet', (t) => {
  const sheet = [noted('', 'abc'), line('', 1), line('twin'), line('twin')];
  const { notes, errors } = plan({ ...sides, sheet });
  t.deepEqual(notes, [
    { position: 2, key, text: bad },
    { position: 3, key: null, text: 'Name is empty' },
    { position: 4, key: 'twin', text: 'Name twin stands in rows 4 and 5; keep one' },
    { position: 5, key: 'twin', text: 'Name twin stands in rows 4 and 5; keep one' },
  ]);
  t.is(errors, 4);
});
