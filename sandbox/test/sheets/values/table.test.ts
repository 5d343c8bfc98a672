import test from 'ava';
import type { Row } from '../../../sheets/grid/grid.ts';
import { emptyGrid } from '../../../sheets/grid/grid.ts';
import { findTable } from '../../../sheets/values/table.ts';
import { formatCells } from '../../../sheets/grid/a1.ts';

/** The table found in a drawing, where every character but a dot is a value. */
function tableIn(drawing: readonly string[]): string | undefined {
  const rows: Row[] = drawing.map((line) => Array.from(line, (mark) => (mark === '.' ? undefined : { value: mark })));
  const area = findTable(
    { ...emptyGrid({ rowCount: 9, columnCount: 9 }), rows },
    { top: 0, left: 0, bottom: 9, right: 9 },
  );
  return area && formatCells(area);
}

test('cells that touch at a corner are one table', (t) => {
  t.is(tableIn(['x..', '.x.', '..x']), 'A1:C3');
});

test('branches that meet further down are one table', (t) => {
  t.is(tableIn(['x.x', 'x.x', 'xxx']), 'A1:C3');
  t.is(tableIn(['x.x.x', 'x.x.x', '.x.x.']), 'A1:E3');
});

test('of several tables the one that ends lowest counts, then the one furthest right', (t) => {
  t.is(tableIn(['x.y', 'x..']), 'A1:A2');
  t.is(tableIn(['x.y']), 'C1');
});

test('rows alike make one table, and only the first of another shape may join more', (t) => {
  t.is(tableIn(['x.y', 'x.y', 'x.y']), 'C1:C3');
  t.is(tableIn(['x.y', 'x.y', '.z.', '.z.']), 'A1:C4');
  t.is(tableIn(['x', '.', 'x']), 'A3');
});

test('an empty sheet has no table', (t) => {
  t.is(tableIn(['...']), undefined);
});
