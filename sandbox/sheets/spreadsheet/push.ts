import { Refusal } from '../errors.ts';
import { contains, intersects, otherDimension, spanOf } from '../grid/area.ts';
import type { Area } from '../grid/area.ts';
import { pullCells, pushCells } from '../grid/band.ts';
import type { Band } from '../grid/band.ts';
import type { Edit } from './edit.ts';
import { follow } from './follow.ts';
import { guard } from './protection.ts';
import { resizeSheet } from './shift.ts';
import type { Sheet } from './spreadsheet.ts';

/** Puts empty cells in; the grid grows when what is pushed away would not fit. Rows and columns stay what they are. */
export function insertCells(edit: Edit, sheet: Sheet, band: Band): void {
  const behind = areaBehind(sheet, band);
  guard(edit, sheet, behind);
  refuseTorn(sheet, behind);
  makeRoom(edit, sheet, band);
  pushCells(sheet.grid, band);
  follow(edit.book, { kind: 'insert', ...moveOf(sheet, band) });
}

/** Takes cells out, those behind them come after; the grid keeps its size. */
export function deleteCells(edit: Edit, sheet: Sheet, band: Band): void {
  const behind = areaBehind(sheet, band);
  guard(edit, sheet, behind);
  refuseTorn(sheet, behind);
  pullCells(sheet.grid, band);
  follow(edit.book, { kind: 'delete', ...moveOf(sheet, band) });
}

const areaBehind = ({ grid }: Sheet, { area, dimension }: Band): Area =>
  dimension === 'ROWS' ? { ...area, bottom: grid.rowCount } : { ...area, right: grid.columnCount };

function refuseTorn({ merges }: Sheet, behind: Area): void {
  if (merges.some((merge) => intersects(merge, behind) && !contains(behind, merge))) {
    throw new Refusal("You can't insert or delete cells where a merged cell would only partly move. Unmerge it first.");
  }
}

/** As long or wide as what is pushed away needs. */
function makeRoom(edit: Edit, sheet: Sheet, { area, dimension }: Band): void {
  const { rows, rowCount, columnCount } = sheet.grid;
  const { start, end } = spanOf(area, dimension);
  const used =
    dimension === 'ROWS'
      ? rows.findLastIndex((row) => row.slice(area.left, area.right).some(Boolean)) + 1
      : rows.slice(area.top, area.bottom).reduce((most, row) => Math.max(most, row.findLastIndex(Boolean) + 1), 0);
  const needed = used > start ? used + end - start : 0;
  const size = { rowCount, columnCount };
  if (dimension === 'ROWS') size.rowCount = Math.max(rowCount, needed);
  else size.columnCount = Math.max(columnCount, needed);
  resizeSheet(edit, sheet, size);
}

function moveOf({ sheetId }: Sheet, { area, dimension }: Band) {
  const { start, end } = spanOf(area, dimension);
  return { sheetId, dimension, start, count: end - start, across: spanOf(area, otherDimension(dimension)) };
}
