import test from 'ava';
import { shifted } from '../../../sheets/grid/area.ts';

const rows = (top: number, bottom: number) => ({ top, bottom, left: 0, right: 2 });

test('rows inserted above move an area down, rows inside make it longer, rows at its end leave it', (t) => {
  const insert = (start: number) => shifted(rows(2, 4), { dimension: 'ROWS', start, inserted: 3 });
  t.deepEqual(insert(0), rows(5, 7));
  t.deepEqual(insert(2), rows(5, 7));
  t.deepEqual(insert(3), rows(2, 7));
  t.deepEqual(insert(4), rows(2, 4));
});

test('rows deleted above move an area up, rows inside make it shorter, all of its rows end it', (t) => {
  const remove = (start: number, deleted: number) => shifted(rows(2, 5), { dimension: 'ROWS', start, deleted });
  t.deepEqual(remove(0, 1), rows(1, 4));
  t.deepEqual(remove(3, 1), rows(2, 4));
  t.deepEqual(remove(1, 2), rows(1, 3));
  t.deepEqual(remove(4, 9), rows(2, 4));
  t.is(remove(2, 3), undefined);
  t.is(remove(0, 9), undefined);
  t.deepEqual(remove(5, 1), rows(2, 5));
});

test('columns leave rows alone', (t) => {
  t.deepEqual(shifted({ top: 0, bottom: 9, left: 1, right: 3 }, { dimension: 'COLUMNS', start: 0, inserted: 2 }), {
    top: 0,
    bottom: 9,
    left: 3,
    right: 5,
  });
});
