import { Refusal } from '../errors.ts';
import { shifted } from '../grid/area.ts';
import type { Area, Shift, Size } from '../grid/area.ts';
import { resize, shiftGrid } from '../grid/grid.ts';
import type { Edit } from './edit.ts';
import { refuseTooLarge } from './limits.ts';
import { guard } from './protection.ts';
import type { Sheet } from './spreadsheet.ts';

/** Inserts or deletes rows or columns. Merges, filters, named and protected ranges move along, or go with their cells. */
export function shiftSheet(edit: Edit, sheet: Sheet, shift: Shift): void {
  if (shift.deleted) guard(edit, sheet, deletedArea(sheet, shift));
  refuseTooLarge(edit.book, sheet, sizeAfter(sheet.grid, shift));
  shiftGrid(sheet.grid, shift);
  sheet.merges = sheet.merges.flatMap((area) => shifted(area, shift) ?? []);
  shiftFilter(sheet, shift);
  shiftRanges(edit, sheet, shift);
}

/** Cuts off or adds rows and columns at the end. */
export function resizeSheet(edit: Edit, sheet: Sheet, size: Size): void {
  refuseTooLarge(edit.book, sheet, size);
  const { rowCount, columnCount } = sheet.grid;
  const lostRows = Math.max(0, rowCount - size.rowCount);
  const lostColumns = Math.max(0, columnCount - size.columnCount);
  if (lostRows > 0) shiftSheet(edit, sheet, { dimension: 'ROWS', start: size.rowCount, deleted: lostRows });
  if (lostColumns > 0) shiftSheet(edit, sheet, { dimension: 'COLUMNS', start: size.columnCount, deleted: lostColumns });
  resize(sheet.grid, size);
}

function sizeAfter({ rowCount, columnCount }: Size, { dimension, inserted = 0, deleted = 0 }: Shift): Size {
  const change = inserted - deleted;
  const size =
    dimension === 'ROWS'
      ? { rowCount: rowCount + change, columnCount }
      : { rowCount, columnCount: columnCount + change };
  if (size.rowCount < 1) throw new Refusal("You can't delete all the rows on the sheet.");
  if (size.columnCount < 1) throw new Refusal("You can't delete all the columns on the sheet.");
  return size;
}

function deletedArea({ grid }: Sheet, { dimension, start, deleted = 0 }: Shift): Area {
  return dimension === 'ROWS'
    ? { top: start, bottom: start + deleted, left: 0, right: grid.columnCount }
    : { top: 0, bottom: grid.rowCount, left: start, right: start + deleted };
}

function shiftFilter(sheet: Sheet, shift: Shift): void {
  if (!sheet.basicFilter) return;
  const area = shifted(sheet.basicFilter.area, shift);
  if (!area) {
    delete sheet.basicFilter;
    return;
  }
  sheet.basicFilter = { ...sheet.basicFilter, area };
}

function shiftRanges({ book }: Edit, { sheetId }: Sheet, shift: Shift): void {
  book.namedRanges = book.namedRanges.flatMap((range) => {
    if (range.sheetId !== sheetId) return [range];
    const area = shifted(range.area, shift);
    return area ? [{ ...range, area }] : [];
  });
  book.protectedRanges = book.protectedRanges.flatMap((range) => {
    if (range.sheetId !== sheetId || !range.area) return [range];
    const area = shifted(range.area, shift);
    return area ? [{ ...range, area }] : [];
  });
}
