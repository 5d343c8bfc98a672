import test from 'ava';
import { holdReason } from '../../src/merge/hold.ts';
import type { DatabaseChange, SheetChange } from '../../src/merge/model.ts';
import { planOf } from './meeting.ts';

const many = <T>(count: number, make: (key: string) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(`row ${index}`));

const retire = (key: string): DatabaseChange => ({ kind: 'retire', key, seenVersion: 1 });
const update = (key: string): DatabaseChange => ({ kind: 'update', key, values: {}, seenVersion: 1 });
const insert = (key: string): DatabaseChange => ({ kind: 'insert', key, values: {}, seenVersion: null });
const append = (key: string): SheetChange => ({ kind: 'append', key, values: {} });
const remove = (key: string): SheetChange => ({ kind: 'delete', key, expected: {} });
const write = (key: string): SheetChange => ({ kind: 'update', key, values: {}, expected: {} });

const inDatabase = (changes: DatabaseChange[], databaseRows: number) =>
  holdReason(planOf({ toDatabase: changes }), { databaseRows });
const inSheet = (changes: SheetChange[], databaseRows: number) =>
  holdReason(planOf({ toSheet: changes }), { databaseRows });

test('S8 three or more rows and over a fifth of the table deleted is held', (t) => {
  t.is(inDatabase(many(3, retire), 14), 'Ranks: 3 of 14 rows would be deleted in the database');
  t.is(inDatabase(many(3, retire), 15), null, 'a fifth');
  t.is(inDatabase(many(2, retire), 3), null, 'two rows');
});

test('S8 a table that would be emptied is held, however small it is', (t) => {
  t.is(inDatabase([retire('only')], 1), 'Ranks: every row (1) would be deleted in the database');
  t.is(inDatabase([retire('only'), insert('renamed')], 1), null, 'its one key was changed');
  t.is(inSheet([remove('only')], 0), 'Ranks: every row (1) would be deleted in the sheet');
});

test('S8 over ten rows and over 30 % edited is held', (t) => {
  t.is(inDatabase(many(11, update), 36), 'Ranks: 11 of 36 rows would be changed in the database');
  t.is(inDatabase(many(11, update), 37), null, 'under 30 %');
  t.is(inDatabase(many(12, update), 40), null, 'exactly 30 %');
  t.is(inDatabase(many(10, update), 10), null, 'ten rows');
});

test('S8 over 500 rows edited or deleted is held in any table', (t) => {
  const mixed = [...many(400, update), ...many(101, retire)];
  t.is(inDatabase(mixed, 100_000), 'Ranks: 501 of 100000 rows would be deleted or changed in the database');
  t.is(inDatabase(mixed.slice(1), 100_000), null);
});

test('S8 the sheet is guarded as the database is, by the rows that it has now', (t) => {
  t.is(inSheet(many(3, remove), 11), 'Ranks: 3 of 14 rows would be deleted in the sheet');
  t.is(inSheet(many(3, remove), 12), null);
  t.is(inSheet(many(11, write), 36), 'Ranks: 11 of 36 rows would be changed in the sheet');
});

test('first imports are never held', (t) => {
  t.is(inDatabase(many(10_000, insert), 0), null);
  t.is(inSheet(many(10_000, append), 10_000), null);
});
