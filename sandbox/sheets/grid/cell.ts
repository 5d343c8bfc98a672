import type { TextFormatRun } from '../wire/cell-format.ts';
import type { DataValidationRule } from '../wire/condition.ts';

export type Scalar = string | number | boolean;

/** How numbers look, e.g. `{type: 'DATE', pattern: 'yyyy-mm-dd'}`. Without a pattern the type's own is used. */
export type NumberFormat = { readonly type: string; readonly pattern?: string };

/** Only the number format has an effect here. The rest (colours, fonts) is kept and given back. */
export type CellFormat = { readonly numberFormat?: NumberFormat; readonly [property: string]: unknown };

/** Why a formula has no value, as the API tells it. */
export type CellError = {
  readonly type: 'ERROR' | 'DIVIDE_BY_ZERO' | 'VALUE' | 'REF' | 'NAME' | 'NUM' | 'N_A';
  readonly message: string;
};

/**
 * What a cell holds; never changed in place, so that rows can be shared between versions of a sheet. `value` is what the
 * cell shows; `formula` is what was typed when that was a formula, with `.` and `,` as its marks in every locale. A cell
 * with none of these is `undefined`.
 */
export type Cell = {
  readonly value?: Scalar;
  readonly formula?: string;
  /** The formula is not one in the workbook's locale: it stays as it was typed. */
  readonly unreadable?: true;
  /** Why the formula failed; `value` is then the error's sign, such as `#REF!`. */
  readonly error?: CellError;
  /** How the formula's result looks where the cell has no number format of its own. */
  readonly resultFormat?: NumberFormat;
  readonly format?: CellFormat;
  readonly note?: string;
  readonly validation?: DataValidationRule;
  /** How parts of a text look; gone when another value is entered. */
  readonly runs?: readonly TextFormatRun[];
};

export const hasValue = (cell: Cell | undefined) => cell?.value !== undefined;

/** The same cell without what was entered in it: clearing values leaves the format, the note and the validation. */
export function withoutValue(cell: Cell | undefined): Cell | undefined {
  if (!cell) return undefined;
  const { format, note, validation } = cell;
  if (!format && note === undefined && !validation) return undefined;
  return { ...(format && { format }), ...(note !== undefined && { note }), ...(validation && { validation }) };
}
