import { Refusal } from '../errors.ts';
import { clamp, startsInside } from '../grid/area.ts';
import type { Area } from '../grid/area.ts';
import { exceedsGrid } from './locate.ts';
import type { Located } from './locate.ts';
import { sheetById } from './spreadsheet.ts';
import type { Sheet, Spreadsheet } from './spreadsheet.ts';
import type { GridCoordinate, GridRange } from '../wire/messages.ts';

/** The sheet of a request; an absent id is 0, as in every proto3 message. */
export function gridById(book: Spreadsheet, sheetId = 0): Sheet {
  const sheet = sheetById(book, sheetId);
  if (!sheet) throw new Refusal(`No grid with id: ${sheetId}`);
  return sheet;
}

/** The cells of a GridRange, cut to the grid. Refuses a start outside of the grid, and an end before the start. */
export function cellsOf(book: Spreadsheet, range: GridRange | undefined): Located {
  const sheet = gridById(book, range?.sheetId);
  const area = {
    top: range?.startRowIndex ?? 0,
    left: range?.startColumnIndex ?? 0,
    bottom: range?.endRowIndex ?? Infinity,
    right: range?.endColumnIndex ?? Infinity,
  };
  if (area.top < 0 || area.left < 0) throw new Refusal('GridRange indexes must be >= 0');
  if (area.top >= area.bottom || area.left >= area.right)
    throw new Refusal('GridRange must not be empty: its start is not before its end.');
  if (!startsInside(area, sheet.grid)) throw exceedsGrid(sheet, area);
  return { sheet, area: clamp(area, sheet.grid) };
}

/** The cells from a coordinate to the end of the grid. */
export function cellsFrom(book: Spreadsheet, { sheetId, rowIndex = 0, columnIndex = 0 }: GridCoordinate): Located {
  const sheet = gridById(book, sheetId);
  const { rowCount, columnCount } = sheet.grid;
  if (rowIndex < 0 || columnIndex < 0) throw new Refusal('GridCoordinate indexes must be >= 0');
  if (rowIndex >= rowCount)
    throw new Refusal(`GridCoordinate.rowIndex[${rowIndex}] is after last row in grid[${rowCount - 1}]`);
  if (columnIndex >= columnCount) {
    throw new Refusal(`GridCoordinate.columnIndex[${columnIndex}] is after last column in grid[${columnCount - 1}]`);
  }
  return { sheet, area: { top: rowIndex, left: columnIndex, bottom: rowCount, right: columnCount } };
}

/** A GridRange of an answer: the id of the first sheet, 0, is left out (recorded). */
export const toGridRange = (sheetId: number, { top, left, bottom, right }: Area) => ({
  ...(sheetId !== 0 && { sheetId }),
  startRowIndex: top,
  endRowIndex: bottom,
  startColumnIndex: left,
  endColumnIndex: right,
});
