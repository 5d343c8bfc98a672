import { areaBetween, columnIndex, columnName, quoteTitle, splitRange } from '../../grid/a1.ts';
import type { Area } from '../../grid/area.ts';

/** One end of a reference. A `$` before a row or column keeps it where it is when the formula is copied. */
export type Corner = {
  readonly row?: number;
  readonly column?: number;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
};

/** What `'My sheet'!$A1:B` says. Without a title it means the sheet of the formula. */
export type Reference = { readonly title?: string; readonly start: Corner; readonly end?: Corner };

const cornerPattern = /^(?<columnFixed>\$?)(?<letters>[A-Za-z]*)(?<rowFixed>\$?)(?<digits>\d*)$/;

/** Undefined for rows or columns that no sheet can have, as `A0` and `ZZZZ1`. */
export function readReference(text: string): Reference | undefined {
  const { title, cells = '' } = splitRange(text) ?? {};
  const [first = '', second] = cells.split(':');
  const start = readCorner(first);
  const end = second === undefined ? undefined : readCorner(second);
  if (!start || (second !== undefined && !end)) return undefined;
  return { ...(title !== undefined && { title }), start, ...(end && { end }) };
}

function readCorner(text: string): Corner | undefined {
  const { columnFixed, letters = '', rowFixed, digits = '' } = cornerPattern.exec(text)?.groups ?? {};
  const column = letters === '' ? undefined : columnIndex(letters);
  const row = digits === '' ? undefined : Number(digits) - 1;
  if ((letters !== '' && column === undefined) || row === -1) return undefined;
  // The one mark of `$5` stands before digits, though the pattern looks for a column's first.
  const onlyRow = letters === '' && columnFixed === '$';
  return {
    ...(row !== undefined && { row }),
    ...(column !== undefined && { column }),
    rowFixed: rowFixed === '$' || onlyRow,
    columnFixed: columnFixed === '$' && !onlyRow,
  };
}

export function writeReference({ title, start, end }: Reference): string {
  const prefix = title === undefined ? '' : `${quoteTitle(title)}!`;
  return prefix + writeCorner(start) + (end ? `:${writeCorner(end)}` : '');
}

const writeCorner = ({ row, column, rowFixed, columnFixed }: Corner) =>
  (column === undefined ? '' : `${columnFixed ? '$' : ''}${columnName(column)}`) +
  (row === undefined ? '' : `${rowFixed ? '$' : ''}${row + 1}`);

/** The cells that a reference names; sides that are not bounded are open. */
export const areaOf = ({ start, end = start }: Reference): Area => areaBetween(start, end);

/** The reference to another area, in the form of this one: open sides stay open, `$` stays where it is. */
export function withArea(reference: Reference, { top, left, bottom, right }: Area): Reference {
  const start = placed(reference.start, { row: top, column: left });
  const end = reference.end && placed(reference.end, { row: bottom - 1, column: right - 1 });
  return { ...reference, start, ...(end && { end }) };
}

function placed(corner: Corner, { row, column }: { row: number; column: number }): Corner {
  return {
    ...corner,
    ...(corner.row !== undefined && { row }),
    ...(corner.column !== undefined && { column }),
  };
}
