export type Scalar = string | number | boolean;

/** How numbers look, e.g. `{type: 'DATE', pattern: 'yyyy-mm-dd'}`. Without a pattern the type's own is used. */
export type NumberFormat = { readonly type: string; readonly pattern?: string };

/** Only the number format has an effect here. The rest (colours, fonts) is kept and given back. */
export type CellFormat = { readonly numberFormat?: NumberFormat; readonly [property: string]: unknown };

/**
 * What a cell holds; never changed in place, so that rows can be shared between versions of a sheet. `value` is what the
 * cell shows; `formula` is what was typed when that was a formula. A cell with none of these is `undefined`.
 */
export type Cell = {
  readonly value?: Scalar;
  readonly formula?: string;
  readonly format?: CellFormat;
  readonly note?: string;
};

export const hasValue = (cell: Cell | undefined) => cell?.value !== undefined;

/** The same cell without what was entered in it: clearing values leaves formats and notes. */
export function withoutValue(cell: Cell | undefined): Cell | undefined {
  if (!cell?.format && cell?.note === undefined) return undefined;
  return { ...(cell.format && { format: cell.format }), ...(cell.note !== undefined && { note: cell.note }) };
}
