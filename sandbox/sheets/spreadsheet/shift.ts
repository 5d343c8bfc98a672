import { Refusal } from '../errors.ts';
import { spanOf, withSpan, wholeGrid } from '../grid/area.ts';
import type { Size } from '../grid/area.ts';
import { addLines, removeLines, reorderLines } from '../grid/lines.ts';
import type { Lines } from '../grid/lines.ts';
import { movedSpan } from '../grid/move.ts';
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
  refuseEmpty(sheet, lines);
  removeLines(sheet.grid, lines);
  follow(edit.book, { kind: 'delete', sheetId: sheet.sheetId, ...lines });
}

/** Takes rows or columns to before `to`, which counts them as they were before. */
export function moveLines(edit: Edit, sheet: Sheet, lines: Lines & { readonly to: number }): void {
  guard(edit, sheet, areaOf(sheet, lines));
  refuseTorn(sheet, lines);
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
  sheet.grid.rowCount = size.rowCount;
  sheet.grid.columnCount = size.columnCount;
}

const sizeAfter = ({ rowCount, columnCount }: Size, { dimension }: Lines, change: number): Size =>
  dimension === 'ROWS' ? { rowCount: rowCount + change, columnCount } : { rowCount, columnCount: columnCount + change };

function refuseEmpty({ grid, gridLook }: Sheet, lines: Lines): void {
  const isRows = lines.dimension === 'ROWS';
  const noun = isRows ? 'rows' : 'columns';
  const frozen = gridLook[isRows ? 'frozenRowCount' : 'frozenColumnCount'] ?? 0;
  const left = (isRows ? grid.rowCount : grid.columnCount) - lines.count;
  if (left < 1) throw new Refusal(`You can't delete all the ${noun} on the sheet.`);
  const frozenLeft = movedSpan({ start: 0, end: frozen }, { kind: 'delete', sheetId: 0, ...lines })?.end ?? 0;
  if (left <= frozenLeft) throw new Refusal(`Sorry, it is not possible to delete all non-frozen ${noun}.`);
}

/** A merge moves as a whole or not at all, and nothing is moved into one. */
function refuseTorn({ merges }: Sheet, { dimension, start, count, to }: Lines & { readonly to: number }): void {
  const noun = dimension === 'ROWS' ? 'row' : 'column';
  for (const merge of merges) {
    const span = spanOf(merge, dimension);
    const isTouched = span.start < start + count && start < span.end;
    const isWhole = span.start >= start && span.end <= start + count;
    if (isTouched && !isWhole) {
      throw new Refusal(
        `Sorry, it is not possible to move a ${noun} that contains only part of a merged cell. Please unmerge and try again.`,
      );
    }
    if (span.start < to && to < span.end) {
      throw new Refusal(
        `Sorry, it is not possible to move a ${noun} to a position that crosses a merged cell. Please unmerge and try again.`,
      );
    }
  }
}

const areaOf = ({ grid }: Sheet, { dimension, start, count }: Lines) =>
  withSpan(wholeGrid(grid), dimension, { start, end: start + count });
