import { Refusal } from '../errors.ts';
import { contains, intersects } from '../grid/area.ts';
import type { Area } from '../grid/area.ts';
import { formatCells } from '../grid/a1.ts';
import { rowAt, setRow } from '../grid/grid.ts';
import { sortMove } from '../grid/move.ts';
import { withCells } from '../grid/row.ts';
import type { Edit } from './edit.ts';
import { follow } from './follow.ts';
import type { Located } from './locate.ts';
import { guard } from './protection.ts';
import type { Sheet } from './spreadsheet.ts';

/**
 * Gives the rows of an area another order: its i-th row becomes what was row `order[i]` of the sheet. Cells beside the
 * area stay, and so do the heights of the rows.
 */
export function permuteRows(edit: Edit, { sheet, area }: Located, order: readonly number[]): void {
  guard(edit, sheet, area);
  refuseMerges(sheet, area);
  const before = order.map((row) => rowAt(sheet.grid, row));
  before.forEach((from, index) => {
    const row = area.top + index;
    if (from.length === 0 && row >= sheet.grid.rows.length) return;
    setRow(sheet.grid, row, withCells(rowAt(sheet.grid, row), from, { start: area.left, end: area.right }));
  });
  follow(edit.book, sortMove({ sheetId: sheet.sheetId, area }, order));
}

/** A merge of one row goes with its row; a taller one would be torn apart, and so would one across the area's edge. */
function refuseMerges({ merges }: Sheet, area: Area): void {
  const touched = merges.filter((merge) => intersects(merge, area));
  const tall = touched.find((merge) => merge.bottom - merge.top > 1);
  if (tall) {
    throw new Refusal(
      `You can't sort a range containing vertical merges. There is a vertical merge at ${formatCells(tall)}`,
    );
  }
  if (!touched.every((merge) => contains(area, merge))) {
    throw new Refusal('Merges must be entirely within the sort range.');
  }
}
