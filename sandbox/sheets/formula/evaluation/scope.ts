import type { Area } from '../../grid/area.ts';
import { cellAt } from '../../grid/grid.ts';
import type { Cell, CellError } from '../../grid/cell.ts';
import type { Place } from '../../grid/move.ts';
import type { Locale } from '../../locale/locale.ts';
import { sheetById, sheetByTitle } from '../../spreadsheet/spreadsheet.ts';
import type { Spreadsheet } from '../../spreadsheet/spreadsheet.ts';
import { FormulaFailure, noArray } from './failure.ts';
import { areaOf } from '../syntax/reference.ts';
import type { Reference } from '../syntax/reference.ts';
import { isMatrix } from './value.ts';
import type { Item, Matrix, Value } from './value.ts';

/** Where a formula stands and what it may see. */
export type Scope = {
  readonly book: Spreadsheet;
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  /** The time of day that people with the workbook's time zone read off their clocks, as if it were UTC. */
  readonly now: Date;
  readonly locale: Locale;
  /** Operators work through whole ranges, as in SUMPRODUCT. */
  readonly arrays: boolean;
};

/** A formula's own place, which is all that it takes to know what its references mean. */
export type Home = { readonly book: Spreadsheet; readonly sheetId: number };

/** The place that a reference names, open ends and all. Throws when there is no such sheet. */
export function placeOf(reference: Reference, { book, sheetId }: Home): Place {
  if (reference.title === undefined) return { sheetId, area: areaOf(reference) };
  const sheet = sheetByTitle(book, reference.title);
  if (!sheet) throw new FormulaFailure('REF', `Unresolved sheet name '${reference.title}'.`);
  return { sheetId: sheet.sheetId, area: areaOf(reference) };
}

/** Throws when there is no such named range. */
export function namedPlace(name: string, { book }: Home): Place {
  const found = book.namedRanges.find((range) => range.name.toLowerCase() === name.toLowerCase());
  if (!found) throw new FormulaFailure('NAME', `Unknown range name: '${name.toUpperCase()}'.`);
  return { sheetId: found.sheetId, area: found.area };
}

/** The cells of a place as they are now. Throws when it starts outside of the grid. */
export function cellsAt({ sheetId, area }: Place, { book }: Home): Matrix {
  const grid = sheetById(book, sheetId)?.grid;
  const bottom = Math.min(area.bottom, grid?.rowCount ?? 0);
  const right = Math.min(area.right, grid?.columnCount ?? 0);
  if (!grid || area.top >= bottom || area.left >= right) throw new FormulaFailure('REF', 'Reference does not exist.');
  const { top, left } = area;
  return {
    height: bottom - top,
    width: right - left,
    filled: Math.max(0, Math.min(bottom, grid.rows.length) - top),
    at: (row, column) => itemOf(cellAt(grid, top + row, left + column)),
  };
}

function itemOf(cell: Cell | undefined): Item {
  return cell?.error ? failureIn(cell.error) : cell?.value;
}

/** Making an Error costs more than the rest of a read, so each is made once. */
const failures = new WeakMap<CellError, FormulaFailure>();

function failureIn(error: CellError): FormulaFailure {
  const failure = failures.get(error) ?? new FormulaFailure(error.type, error.message);
  failures.set(error, failure);
  return failure;
}

/** A range where one value is wanted: of one column the value in the formula's row, of one row the one in its column. */
export function oneOf(value: Value, { row, column }: Scope, area?: Area): Item {
  if (!isMatrix(value)) return value;
  if (value.height === 1 && value.width === 1) return value.at(0, 0);
  if (!area) return value.at(0, 0);
  if (value.width === 1 && row >= area.top && row < area.top + value.height) return value.at(row - area.top, 0);
  if (value.height === 1 && column >= area.left && column < area.left + value.width)
    return value.at(0, column - area.left);
  throw noArray();
}
