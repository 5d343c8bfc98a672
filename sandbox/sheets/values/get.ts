import { formatRange } from '../grid/a1.ts';
import type { Area } from '../grid/area.ts';
import type { Scalar } from '../grid/cell.ts';
import type { Row } from '../grid/grid.ts';
import { localeOf } from '../locale/locale.ts';
import type { Locale } from '../locale/locale.ts';
import type { Located } from '../spreadsheet/locate.ts';
import type { Sheet, Spreadsheet } from '../spreadsheet/spreadsheet.ts';
import { render } from './render.ts';
import type { RenderOptions } from './render.ts';

export type MajorDimension = 'ROWS' | 'COLUMNS';
export type ReadOptions = RenderOptions & { readonly majorDimension?: MajorDimension };
export type ValueRangeAnswer = { range: string; majorDimension: MajorDimension; values?: Scalar[][] };

/**
 * The values of an area that lies inside the grid. Empty rows and cells at the ends are left out, those between are `[]`
 * and `""`; an empty area has no `values` at all.
 */
export function readValues(book: Spreadsheet, { sheet, area }: Located, asked: ReadOptions): ValueRangeAnswer {
  const options = { ...asked, locale: localeOf(book.locale) };
  const majorDimension = asked.majorDimension ?? 'ROWS';
  const values = trimEnd(
    majorDimension === 'ROWS' ? readRows(sheet, area, options) : readColumns(sheet, area, options),
  );
  return { range: formatRange(sheet.title, area), majorDimension, ...(values.length > 0 && { values }) };
}

type Reading = RenderOptions & { readonly locale: Locale };

function readRows({ grid }: Sheet, area: Area, options: Reading): Scalar[][] {
  return grid.rows.slice(area.top, area.bottom).map((row) => readRow(row, area, options));
}

/** By `map`, whose result has its size from the start: an array that grows keeps twice the room, and a read has a million cells. */
function readRow(row: Row, { left, right }: Area, options: Reading): Scalar[] {
  const end = endOf(row, left, Math.min(right, row.length));
  return row.slice(left, end).map((cell) => render(cell, options, options.locale) ?? '');
}

/** One past the last cell with a value. */
function endOf(row: Row, left: number, right: number): number {
  for (let end = right; end > left; end -= 1) if (row[end - 1]?.value !== undefined) return end;
  return left;
}

function readColumns({ grid }: Sheet, area: Area, options: Reading): Scalar[][] {
  return Array.from({ length: area.right - area.left }, (_, index) => {
    const values: Scalar[] = [];
    for (let row = area.top; row < Math.min(area.bottom, grid.rows.length); row += 1) {
      const value = render(grid.rows[row]?.[area.left + index], options, options.locale);
      if (value === undefined) continue;
      while (values.length < row - area.top) values.push('');
      values.push(value);
    }
    return values;
  });
}

function trimEnd(lists: Scalar[][]): Scalar[][] {
  return lists.slice(0, lists.findLastIndex((list) => list.length > 0) + 1);
}
