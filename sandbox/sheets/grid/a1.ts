import type { Area } from './area.ts';

/** Sheets has no column after ZZZ: a longer name is no column at all. */
const maxColumns = 18_278;
const reference = /^\$?([A-Za-z]*)\$?(\d*)$/;

/** 0 → A, 26 → AA. */
export function columnName(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

/** A → 0; undefined past ZZZ. */
export function columnIndex(name: string): number | undefined {
  // Only A to Z get here, so characters and code points are the same.
  const letters = Array.from(name.toUpperCase(), (letter) => letter.charCodeAt(0) - 64);
  const number = letters.reduce((sum, letter) => sum * 26 + letter, 0);
  return number > maxColumns ? undefined : number - 1;
}

/** The cells that `B2`, `B2:C3`, `B:C`, `2:3`, `B2:C` or `B2:3` names, in any order of its corners; undefined for other text. */
export function parseCells(text: string): Area | undefined {
  const [from, to, ...more] = text.split(':');
  if (from === undefined || more.length > 0) return undefined;
  const start = parseCorner(from);
  if (!start) return undefined;
  if (to === undefined) return isCell(start) ? areaBetween(start, start) : undefined;
  const end = parseCorner(to);
  return end && areaBetween(start, end);
}

type Corner = { readonly row?: number; readonly column?: number };

function parseCorner(text: string): Corner | undefined {
  const [, letters = '', digits = ''] = reference.exec(text) ?? [];
  if (letters === '' && digits === '') return undefined;
  const column = letters === '' ? undefined : columnIndex(letters);
  if (letters !== '' && column === undefined) return undefined;
  if (digits !== '' && Number(digits) < 1) return undefined;
  return { ...(column !== undefined && { column }), ...(digits !== '' && { row: Number(digits) - 1 }) };
}

const isCell = (corner: Corner) => corner.row !== undefined && corner.column !== undefined;

/** The cells between two corners, in either order; a side that neither corner bounds is open. */
export function areaBetween(start: Corner, end: Corner): Area {
  const rows = span(start.row, end.row);
  const columns = span(start.column, end.column);
  return { top: rows.start, bottom: rows.end, left: columns.start, right: columns.end };
}

/** A side that only one corner names runs from there to the end of the grid. */
function span(a: number | undefined, b: number | undefined): { start: number; end: number } {
  if (a !== undefined && b !== undefined) return { start: Math.min(a, b), end: Math.max(a, b) + 1 };
  return { start: a ?? b ?? 0, end: Infinity };
}

/** `A1:B2`, or `A1` for one cell. */
export function formatCells({ top, left, bottom, right }: Area): string {
  const start = `${columnName(left)}${top + 1}`;
  const end = `${columnName(right - 1)}${bottom}`;
  return start === end ? start : `${start}:${end}`;
}

/** A title as answers give it: quoted when it would not be read as one word, or would be read as a cell. */
export function quoteTitle(title: string): string {
  const isWord = /^[A-Za-z_][\w.]*$/.test(title) && !/^R\d+C\d+$/i.test(title) && parseCells(title) === undefined;
  return isWord ? title : `'${title.replaceAll("'", "''")}'`;
}

export const formatRange = (title: string, area: Area) => `${quoteTitle(title)}!${formatCells(area)}`;

export type RangeName = { title?: string; quoted?: true; cells?: string };

/**
 * Takes `'My sheet'!A1:B2` apart. The title may stand alone, and unquoted even with blanks. Unquoted text without `!` is
 * given as `cells`: only the spreadsheet knows whether it is a named range, cells or a title.
 */
export function splitRange(text: string): RangeName | undefined {
  if (text.startsWith("'")) return splitQuoted(text);
  const mark = text.lastIndexOf('!');
  if (mark === -1) return { cells: text };
  return mark === 0 ? undefined : { title: text.slice(0, mark), cells: text.slice(mark + 1) };
}

function splitQuoted(text: string): RangeName | undefined {
  const match = /^'((?:[^']|'')+)'(?:!(.+))?$/s.exec(text);
  if (!match) return undefined;
  const [, title = '', cells] = match;
  return { title: title.replaceAll("''", "'"), quoted: true, ...(cells !== undefined && { cells }) };
}
