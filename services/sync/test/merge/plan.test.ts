import test from 'ava';
import { isEmpty } from '../../src/merge/plan.ts';
import { agreed, line, plan, planOf, row, values } from './meeting.ts';

const key = 'anna';

test('S2 when all sides agree the plan is empty', (t) => {
  const empty = plan({ sheet: [line(key)], database: [row(key)], base: [agreed(key)] });
  t.deepEqual(empty, planOf());
  t.true(isEmpty(empty));
});

test('a plan that only shows an error, or only moves the base, is not empty', (t) => {
  t.false(isEmpty(planOf({ notes: [{ position: 2, key, text: '' }] })));
  t.false(isEmpty(planOf({ base: [{ key, row: null }] })));
  t.true(isEmpty(planOf({ errors: 3 })));
});

test('an edit in the sheet is taken into the database, and only the edited cell', (t) => {
  t.deepEqual(
    plan({ sheet: [line(key, 2)], database: [row(key)], base: [agreed(key)] }),
    planOf({
      toDatabase: [{ kind: 'update', key, values: { low: '2.00' }, seenVersion: 7 }],
      base: [{ key, row: agreed(key, { low: '2.00' }) }],
    }),
  );
});

test('an edit in the database is written over what the plan saw, and is in the ledger first', (t) => {
  t.deepEqual(
    plan({ sheet: [line(key)], database: [row(key, { low: '3.00' })], base: [agreed(key)] }),
    planOf({
      toSheet: [{ kind: 'update', key, values: { low: '3.00' }, expected: { low: { ok: true, value: '1.00' } } }],
      base: [{ key, row: agreed(key, {}, { sent: { low: ['3.00'] } }) }],
    }),
  );
});

test('S5 a write that is repeated needs no other base', (t) => {
  const base = [agreed(key, {}, { sent: { low: ['3.00'] } })];
  t.deepEqual(plan({ sheet: [line(key)], database: [row(key, { low: '3.00' })], base }).base, []);
});

test('edits of different cells of a row are no conflict', (t) => {
  const both = plan({ sheet: [line(key, 2)], database: [row(key, { motto: 'up' })], base: [agreed(key)] });
  t.deepEqual(both.conflicts, []);
  t.like(both.toDatabase[0], { values: { low: '2.00' } });
  t.like(both.toSheet[0], { values: { motto: 'up' } });
});

test('S3 a cell edited on both sides is a conflict that keeps both values', (t) => {
  const both = plan({ sheet: [line(key, 2)], database: [row(key, { low: '3.00' })], base: [agreed(key)] });
  t.deepEqual(both.conflicts, [
    {
      key,
      field: 'low',
      base: '1.00',
      sheetValue: '2.00',
      databaseValue: '3.00',
      winner: 'sheet',
      decidable: true,
      withinWindow: true,
    },
  ]);
  t.like(both.toDatabase[0], { values: { low: '2.00' } });
  t.deepEqual(both.toSheet, []);
});

test('a conflict left to a person is raised once, and again when a value has changed', (t) => {
  const sides = {
    sheet: [line(key, 2)],
    database: [row(key, { low: '3.00' })],
    base: [agreed(key)],
    table: { policy: 'ask' },
  } as const;
  const raised = plan(sides);
  t.like(raised, { toDatabase: [], toSheet: [], base: [] });
  t.like(raised.conflicts[0], { winner: 'open', sheetValue: '2.00', databaseValue: '3.00' });
  const open = [{ key, field: 'low', sheetValue: '2.00', databaseValue: '3.00' }];
  t.true(isEmpty(plan({ ...sides, open })));
  t.is(plan({ ...sides, open, sheet: [line(key, 4)] }).conflicts.length, 1);
});

test('rows that are new in the sheet are inserted, retired ones become active again', (t) => {
  const retired = row('back', {}, { active: false, version: 3 });
  const { toDatabase, base } = plan({ sheet: [line('new'), line('back')], database: [retired] });
  const { tally: _, ...newcomer } = values('new');
  t.deepEqual(toDatabase, [
    { kind: 'insert', key: 'new', values: newcomer, seenVersion: null },
    { kind: 'insert', key: 'back', values: { ...newcomer, name: 'back' }, seenVersion: 3 },
  ]);
  t.deepEqual(base[0], { key: 'new', row: { key: 'new', values: newcomer, sent: {}, unseen: false } });
});

test('S7 a new row waits until its required cells are good, and shows why', (t) => {
  const waiting = plan({ sheet: [line(key, '', 'x')] });
  const text = 'Low is empty; High: "x" is not a number';
  t.deepEqual(waiting, planOf({ notes: [{ position: 2, key, text }], errors: 1 }));
});

test('a bad optional cell of a new row is empty until it is mended', (t) => {
  const first = plan({ sheet: [line(key, 1, 9, 'm'.repeat(501))] });
  t.like(first.toDatabase[0], { kind: 'insert', values: { motto: null } });
  t.is(first.notes[0]?.text, 'Motto: the text has 501 characters; 500 is the limit');
  const mended = plan({ sheet: [line(key, 1, 9, 'up')], database: [row(key)], base: [agreed(key)] });
  t.like(mended.toDatabase[0], { kind: 'update', values: { motto: 'up' } });
  t.deepEqual(mended.conflicts, []);
});

test('a row that is new in the database is appended, and unseen until a read shows it', (t) => {
  const first = plan({ database: [row(key)] });
  t.deepEqual(first.toSheet, [{ kind: 'append', key, values: values(key) }]);
  const base = first.base.map(({ row }) => row).filter((one) => one !== null);
  t.like(base[0], { values: {}, unseen: true, sent: { name: [key], low: ['1.00'], motto: [null] } });

  t.is(plan({ database: [row(key)], base }).toSheet[0]?.kind, 'append', 'S5: the write was lost');
  t.deepEqual(plan({ sheet: [line(key)], database: [row(key)], base }), planOf({ base: [{ key, row: agreed(key) }] }));
  t.deepEqual(plan({ base }), planOf({ base: [{ key, row: null }] }), 'retired before it was seen');
});

test('a retired row that never was in the sheet stays out of it', (t) => {
  t.true(isEmpty(plan({ database: [row(key, {}, { active: false })] })));
});

test('without a base equal cells agree and different ones are conflicts', (t) => {
  const met = plan({ sheet: [line(key, 2)], database: [row(key)] });
  t.deepEqual(
    met.conflicts.map(({ field, base }) => [field, base]),
    [['low', null]],
  );
  t.deepEqual(met.base, [{ key, row: agreed(key, { low: '2.00' }) }]);
});

test('a row gone from the sheet is retired, and its base is forgotten with it', (t) => {
  t.deepEqual(
    plan({ database: [row(key)], base: [agreed(key)] }),
    planOf({ toDatabase: [{ kind: 'retire', key, seenVersion: 7 }], base: [{ key, row: null }] }),
  );
});

test('S4 a row gone from the sheet that the database has edited is appended again, each edit a conflict', (t) => {
  const kept = plan({ database: [row(key, { low: '3.00', wish: 'slip' })], base: [agreed(key)] });
  t.deepEqual(kept.toDatabase, []);
  t.like(kept.toSheet[0], { kind: 'append', key });
  t.deepEqual(kept.conflicts, [
    {
      key,
      field: 'low',
      base: '1.00',
      sheetValue: null,
      databaseValue: '3.00',
      winner: 'database',
      decidable: true,
      withinWindow: true,
    },
  ]);
  t.like(kept.base[0]?.row, { unseen: true, values: values(key) });
});

test('S3 what people type into a row that was appended again meets what was agreed before', (t) => {
  const base = [agreed(key, {}, { unseen: true, sent: { low: ['3.00'], high: ['9.00'] } })];
  const typed = plan({ sheet: [line(key, 3, 8)], database: [row(key, { low: '3.00' })], base });
  t.like(typed.toDatabase[0], { kind: 'update', values: { high: '8.00' } });
  t.deepEqual(typed.conflicts, []);
});

test('a row that the database retired is deleted in the sheet, and its base stays until it is seen gone', (t) => {
  const gone = plan({ sheet: [line(key)], base: [agreed(key)] });
  t.like(gone.toSheet[0], { kind: 'delete', key, expected: { low: { ok: true, value: '1.00' } } });
  t.deepEqual(gone.base, [{ key, row: agreed(key, {}, { unseen: true }) }]);

  const base = [agreed(key, {}, { unseen: true })];
  t.like(plan({ sheet: [line(key)], base }), { toSheet: [{ kind: 'delete', key }], base: [] }, 'the write was lost');
  t.deepEqual(plan({ base }), planOf({ base: [{ key, row: null }] }));
  t.like(plan({ database: [row(key)], base }).toSheet[0], { kind: 'append' }, 'S4: the database wants it back');
});

test('S4 a retired row that people have edited is inserted again, each edit a conflict', (t) => {
  const retired = row(key, {}, { active: false });
  const kept = plan({ sheet: [line(key, 2, '?')], database: [retired], base: [agreed(key)] });
  t.like(kept.toDatabase[0], { kind: 'insert', values: { low: '2.00', high: '9.00' }, seenVersion: 7 });
  t.deepEqual(
    kept.conflicts.map(({ field, winner, databaseValue }) => [field, winner, databaseValue]),
    [['low', 'sheet', null]],
  );
  t.deepEqual(kept.toSheet, []);
});

test('S4 an open conflict whose row the database retires is settled for the sheet, and recorded', (t) => {
  const { motto: _, ...others } = values(key);
  const base = [{ ...agreed(key), values: others }];
  const kept = plan({ sheet: [line(key)], base });
  t.is(kept.toDatabase[0]?.kind, 'insert');
  t.like(kept.conflicts[0], { field: 'motto', sheetValue: null, winner: 'sheet' });
});

test('a new row whose empty columns were never agreed may be deleted', (t) => {
  const { tally: _, ...others } = values(key);
  const base = [{ ...agreed(key), values: others }];
  t.is(plan({ database: [row(key)], base }).toDatabase[0]?.kind, 'retire');
  t.is(plan({ database: [row(key, { tally: '5.00' })], base }).toSheet[0]?.kind, 'append', 'the bot has counted');
});

test('a row gone from both sides is forgotten, unless it may only seem to be gone', (t) => {
  t.deepEqual(plan({ base: [agreed(key)] }), planOf({ base: [{ key, row: null }] }));
  const unseen = agreed('deleted', {}, { unseen: true });
  t.deepEqual(plan({ sheet: [line('', 1)], base: [agreed(key), unseen] }).base, []);
});

test('S4 while a key cannot be read, no absence is a deletion', (t) => {
  const sides = { sheet: [line('', 1)], base: [agreed(key), agreed('gone')] };
  const waiting = plan({ ...sides, database: [row(key)] });
  t.like(waiting, { toDatabase: [], toSheet: [], base: [], errors: 1 });
  t.deepEqual(
    plan({ ...sides, database: [row(key, { low: '3.00' })] }).toSheet,
    [],
    'nor is it appended a second time',
  );
});

test('S7 while a key cannot be read, new rows come and go', (t) => {
  const { toDatabase, toSheet } = plan({ sheet: [line(''), line('typed')], database: [row('told')] });
  t.deepEqual([toDatabase[0]?.key, toSheet[0]?.key], ['typed', 'told']);
});

test('a doubled key is left alone on both sides, and is not gone', (t) => {
  const twins = [line(key, 2), line(key, 3), line('other', 2)];
  const database = [row(key, { low: '4.00' }), row('other')];
  const left = plan({ sheet: twins, database, base: [agreed(key), agreed('other')] });
  t.deepEqual(left.toSheet, []);
  t.deepEqual(
    left.toDatabase.map((change) => change.key),
    ['other'],
  );
  t.deepEqual(
    plan({ sheet: twins, base: [agreed(key)] }).base.map((change) => change.key),
    ['other'],
  );
  t.is(left.errors, 2);
});

test('S10 the order is that of the sheet, then that of the keys, whatever order the maps have', (t) => {
  const names = ['cleo', 'anna', 'dora', 'bert'];
  const { toDatabase, toSheet } = plan({
    sheet: [line('zoe'), line('bob')],
    database: names.map((name) => row(name)),
    base: ['dora', 'anna'].map((name) => agreed(name)),
  });
  t.deepEqual(
    toDatabase.map((change) => change.key),
    ['zoe', 'bob', 'anna', 'dora'],
  );
  t.deepEqual(
    toSheet.map((change) => change.key),
    ['bert', 'cleo'],
  );
});
