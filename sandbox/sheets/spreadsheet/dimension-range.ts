import { Refusal } from '../errors.ts';
import type { DimensionName } from '../grid/area.ts';
import type { DimensionRange } from '../wire/messages.ts';
import { gridById } from './grid-range.ts';
import type { Sheet, Spreadsheet } from './spreadsheet.ts';

/** Rows or columns from `start` to before `end`, which may lie past the grid: it has `count` of them. */
export type LinesOf = { sheet: Sheet; dimension: DimensionName; start: number; end: number; count: number };

/** The rows or columns that a DimensionRange names. */
export function linesOf(book: Spreadsheet, range: DimensionRange | undefined): LinesOf {
  const sheet = gridById(book, range?.sheetId);
  const { dimension, startIndex: start = 0 } = range ?? {};
  if (!dimension) throw new Refusal('No dimension specified.');
  const count = dimension === 'ROWS' ? sheet.grid.rowCount : sheet.grid.columnCount;
  const end = range?.endIndex ?? count;
  if (start < 0 || end < 0) throw new Refusal('DimensionRange indexes must be >= 0');
  return { sheet, dimension, start, end, count };
}
