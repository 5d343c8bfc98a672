import test from 'ava';
import { movedLine, movedPlace, sortMove } from '../../../sheets/grid/move.ts';
import type { Move } from '../../../sheets/grid/move.ts';

const place = (top: number, bottom: number, [left, right] = [0, 2], sheetId = 0) => ({
  sheetId,
  area: { top, bottom, left: left ?? 0, right: right ?? 0 },
});
const rows = { sheetId: 0, dimension: 'ROWS' } as const;

test('rows inserted above move an area down, rows inside make it longer, rows at its end leave it', (t) => {
  const insert = (start: number) => movedPlace(place(2, 4), { kind: 'insert', ...rows, start, count: 3 });
  t.deepEqual(insert(0), place(5, 7));
  t.deepEqual(insert(2), place(5, 7));
  t.deepEqual(insert(3), place(2, 7));
  t.deepEqual(insert(4), place(2, 4));
});

test('rows deleted above move an area up, rows inside make it shorter, all of its rows end it', (t) => {
  const remove = (start: number, count: number) => movedPlace(place(2, 5), { kind: 'delete', ...rows, start, count });
  t.deepEqual(remove(0, 1), place(1, 4));
  t.deepEqual(remove(3, 1), place(2, 4));
  t.deepEqual(remove(1, 2), place(1, 3));
  t.deepEqual(remove(4, 9), place(2, 4));
  t.is(remove(2, 3), undefined);
  t.is(remove(0, 9), undefined);
  t.deepEqual(remove(5, 1), place(2, 5));
});

test('columns leave rows alone, and whole columns leave whole columns open', (t) => {
  const move: Move = { kind: 'insert', sheetId: 0, dimension: 'COLUMNS', start: 0, count: 2 };
  t.deepEqual(movedPlace(place(0, 9, [1, 3]), move), place(0, 9, [3, 5]));
  t.deepEqual(
    movedPlace(place(0, Infinity, [1, 3]), { kind: 'insert', ...rows, start: 0, count: 2 }),
    place(0, Infinity, [1, 3]),
  );
});

test('another sheet stays as it is', (t) => {
  t.deepEqual(
    movedPlace(place(2, 4, [0, 2], 7), { kind: 'insert', ...rows, start: 0, count: 3 }),
    place(2, 4, [0, 2], 7),
  );
});

test('an area goes with the rows that hold it, closes where rows leave it and opens where they come in', (t) => {
  const reorder = (start: number, count: number, to: number) =>
    movedPlace(place(2, 5), { kind: 'reorder', ...rows, start, count, to });
  t.deepEqual(reorder(1, 4, 9), place(6, 9));
  t.deepEqual(reorder(2, 3, 0), place(0, 3));
  t.deepEqual(reorder(3, 1, 9), place(2, 4));
  t.deepEqual(reorder(0, 1, 4), place(1, 5));
  t.deepEqual(reorder(8, 2, 3), place(2, 7));
  t.deepEqual(reorder(8, 2, 0), place(4, 7));
  t.deepEqual(reorder(2, 1, 5), place(2, 5));
});

test('cells pushed down move the areas that they hold, and no area that is wider', (t) => {
  const push: Move = { kind: 'insert', ...rows, start: 1, count: 2, across: { start: 0, end: 2 } };
  t.deepEqual(movedPlace(place(1, 2), push), place(3, 4));
  t.deepEqual(movedPlace(place(1, 2, [0, 3]), push), place(1, 2, [0, 3]));
});

test('a cut takes along what lies in it, to another sheet too, and ends what it is pasted over', (t) => {
  const cut: Move = { kind: 'cut', sheetId: 0, area: place(2, 5).area, to: place(12, 15, [4, 6], 7) };
  t.deepEqual(movedPlace(place(3, 4, [1, 2]), cut), place(13, 14, [5, 6], 7));
  t.deepEqual(movedPlace(place(4, 6), cut), place(4, 6));
  t.is(movedPlace(place(14, 15, [4, 5], 7), cut), undefined);
});

test('a row moves with its values in a sort, by whole rows only otherwise', (t) => {
  const line = (index: number) => ({ ...rows, index });
  const sort = sortMove(place(1, 4), [3, 1, 2]);
  t.deepEqual(
    [1, 2, 3, 4].map((index) => movedLine(line(index), sort)?.index),
    [2, 3, 1, 4],
  );
  t.is(movedLine(line(3), { kind: 'delete', ...rows, start: 3, count: 1 }), undefined);
  t.is(movedLine(line(3), { kind: 'reorder', ...rows, start: 3, count: 1, to: 0 })?.index, 0);
  t.is(movedLine(line(3), { kind: 'delete', ...rows, start: 3, count: 1, across: { start: 0, end: 1 } })?.index, 3);
});
