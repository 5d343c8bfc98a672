import test from 'ava';
import { agreed, line, plan, row } from './meeting.ts';

/** We have sent 3.00 as anna's low, and the write has hit another row or none. */
const anna = { row: row('anna', { low: '3.00' }), base: agreed('anna', {}, { sent: { low: ['3.00'] } }) };

test('S6 a value that was sent and shows in another row is undone there and written where it was meant', (t) => {
  const { conflicts, toDatabase, toSheet } = plan({
    sheet: [line('anna'), line('bert', 3)],
    database: [anna.row, row('bert')],
    base: [anna.base, agreed('bert')],
  });
  t.deepEqual(toDatabase, []);
  t.deepEqual(
    toSheet.map((change) => [change.kind, change.key, 'values' in change && change.values]),
    [
      ['update', 'anna', { low: '3.00' }],
      ['update', 'bert', { low: '1.00' }],
    ],
  );
  t.like(
    conflicts[0],
    { key: 'bert', field: 'low', sheetValue: '3.00', winner: 'database' },
    'S3: had a person typed it',
  );
});

test('the same value in another row is an edit when the write has arrived, or when it is another one', (t) => {
  const database = [anna.row, row('bert')];
  const base = [anna.base, agreed('bert')];
  const arrived = plan({ sheet: [line('anna', 3), line('bert', 3)], database, base });
  t.like(arrived.toDatabase[0], { key: 'bert', values: { low: '3.00' } });
  const other = plan({ sheet: [line('anna'), line('bert', 4)], database, base });
  t.like(other.toDatabase[0], { key: 'bert', values: { low: '4.00' } });
  t.deepEqual([arrived.conflicts, other.conflicts], [[], []]);
});

test('a column that only the database writes is put right without a conflict', (t) => {
  const { conflicts, toSheet } = plan({
    sheet: [line('anna'), line('bert', 1, 9, '', '', 5)],
    database: [row('anna', { tally: '5.00' }), row('bert')],
    base: [agreed('anna', {}, { sent: { tally: ['5.00'] } }), agreed('bert')],
  });
  t.deepEqual(conflicts, []);
  t.like(toSheet[1], { key: 'bert', values: { tally: null } });
});

test('S4 while a row that we deleted is still there, a known row that is gone comes back', (t) => {
  const sides = { database: [row('bert')], base: [agreed('anna', {}, { unseen: true }), agreed('bert')] };
  const missed = plan({ ...sides, sheet: [line('anna')] });
  t.deepEqual(missed.toDatabase, []);
  t.deepEqual(
    missed.toSheet.map(({ kind, key }) => [kind, key]),
    [
      ['delete', 'anna'],
      ['append', 'bert'],
    ],
  );
  t.is(plan({ ...sides, sheet: [] }).toDatabase[0]?.kind, 'retire', 'the deletion has hit the right row');
});
