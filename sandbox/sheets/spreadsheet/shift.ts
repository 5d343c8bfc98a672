import { Refusal } from '../errors.ts';
import { withSpan, wholeGrid } from '../grid/area.ts';
import type { Size } from '../grid/area.ts';
import { resize } from '../grid/grid.ts';
import { addLines, removeLines, reorderLines } from '../grid/lines.ts';
import type { Lines } from '../grid/lines.ts';
import type { Edit } from './edit.ts';
import { follow } from './follow.ts';
import { refuseTooLarge } from './limits.ts';
import { guard } from './protection.ts';
import type { Sheet } from './spreadsheet.ts';

/** Puts empty rows or columns in. */
export function insertLines(edit: Edit, sheet: Sheet, lines: Lines): void {
  refuseTooLarge(edit.book, sheet, sizeAfter(sheet.grid, lines, lines.count));
  addLines(sheet.grid, lines);
  follow(edit.book, { kind: 'insert', sheetId: sheet.sheetId, ...lines });
}

/** Takes rows or columns out, and what lay on them alone. */
export function deleteLines(edit: Edit, sheet: Sheet, lines: Lines): void {
  guard(edit, sheet, areaOf(sheet, lines));
  refuseEmpty(sizeAfter(sheet.grid, lines, -lines.count));
  removeLines(sheet.grid, lines);
  follow(edit.book, { kind: 'delete', sheetId: sheet.sheetId, ...lines });
}

/** Takes rows or columns to before `to`, which counts them as they were before. */
export function moveLines(edit: Edit, sheet: Sheet, lines: Lines & { readonly to: number }): void {
  guard(edit, sheet, areaOf(sheet, lines));
  reorderLines(sheet.grid, lines);
  follow(edit.book, { kind: 'reorder', sheetId: sheet.sheetId, ...lines });
}

/** Cuts off or adds rows and columns at the end. */
export function resizeSheet(edit: Edit, sheet: Sheet, size: Size): void {
  refuseTooLarge(edit.book, sheet, size);
  const { rowCount, columnCount } = sheet.grid;
  const lostRows = rowCount - size.rowCount;
  const lostColumns = columnCount - size.columnCount;
  if (lostRows > 0) deleteLines(edit, sheet, { dimension: 'ROWS', start: size.rowCount, count: lostRows });
  if (lostColumns > 0) deleteLines(edit, sheet, { dimension: 'COLUMNS', start: size.columnCount, count: lostColumns });
  resize(sheet.grid, size);
}

const sizeAfter = ({ rowCount, columnCount }: Size, { dimension }: Lines, change: number): Size =>
  dimension === 'ROWS' ? { rowCount: rowCount + change, columnCount } : { rowCount, columnCount: columnCount + change };

function refuseEmpty({ rowCount, columnCount }: Size): void {
  if (rowCount < 1) throw new Refusal("You can't delete all the rows on the sheet.");
  if (columnCount < 1) throw new Refusal("You can't delete all the columns on the sheet.");
}

const areaOf = ({ grid }: Sheet, { dimension, start, count }: Lines) =>
  withSpan(wholeGrid(grid), dimension, { start, end: start + count });
