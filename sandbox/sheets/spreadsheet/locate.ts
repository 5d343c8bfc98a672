import { Refusal } from '../errors.ts';
import { clamp, startsInside, wholeGrid } from '../grid/area.ts';
import type { Area } from '../grid/area.ts';
import { formatRange, parseCells, splitRange } from '../grid/a1.ts';
import { sheetById, sheetByTitle } from './spreadsheet.ts';
import type { Sheet, Spreadsheet } from './spreadsheet.ts';

export type Located = { sheet: Sheet; area: Area };

/**
 * Finds the cells that a range in A1 notation names; the area is cut to the grid. Unquoted text is a named range, else
 * cells of the first visible sheet, else a title. Refuses what it cannot find, and a start outside of the grid.
 */
export function locate(book: Spreadsheet, range: string): Located {
  const found = find(book, range);
  if (!found) throw new Refusal(`Unable to parse range: ${range}`);
  const { sheet, area } = found;
  if (!startsInside(area, sheet.grid)) throw exceedsGrid(sheet, area);
  return { sheet, area: clamp(area, sheet.grid) };
}

/** The refusal of an area outside of the grid; an open end is shown where the grid ends. */
export function exceedsGrid(sheet: Sheet, area: Area): Refusal {
  const { rowCount, columnCount } = sheet.grid;
  const bottom = Number.isFinite(area.bottom) ? area.bottom : Math.max(rowCount, area.top + 1);
  const right = Number.isFinite(area.right) ? area.right : Math.max(columnCount, area.left + 1);
  const shown = formatRange(sheet.title, { ...area, bottom, right });
  return new Refusal(`Range (${shown}) exceeds grid limits. Max rows: ${rowCount}, max columns: ${columnCount}`);
}

function find(book: Spreadsheet, range: string): Located | undefined {
  const name = splitRange(range);
  if (!name) return undefined;
  if (name.title === undefined) return findUnquoted(book, name.cells ?? '');
  const sheet = sheetByTitle(book, name.title);
  if (!sheet) return undefined;
  if (name.cells === undefined) return { sheet, area: wholeGrid(sheet.grid) };
  const area = parseCells(name.cells);
  return area ? { sheet, area } : findNamed(book, name.cells, sheet);
}

function findUnquoted(book: Spreadsheet, text: string): Located | undefined {
  const named = findNamed(book, text);
  if (named) return named;
  const area = parseCells(text);
  const sheet = area ? book.sheets.find((one) => !one.hidden) : sheetByTitle(book, text);
  return sheet && { sheet, area: area ?? wholeGrid(sheet.grid) };
}

function findNamed(book: Spreadsheet, name: string, on?: Sheet): Located | undefined {
  const range = book.namedRanges.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const sheet = range && sheetById(book, range.sheetId);
  if (!sheet || (on && on !== sheet)) return undefined;
  return { sheet, area: range.area };
}
