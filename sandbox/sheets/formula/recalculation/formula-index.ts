import type { Place } from '../../grid/move.ts';

type Positioned = { readonly sheet: { readonly sheetId: number }; readonly row: number; readonly column: number };

/** Finds formulas by where they stand. */
export type FormulaIndex<T extends Positioned> = { readonly inside: (place: Place) => readonly T[] };

/** The formulas must come row by row: each column's list is then in order, and a place is found by halving. */
export function indexFormulas<T extends Positioned>(formulas: readonly T[]): FormulaIndex<T> {
  const sheets = new Map<number, Map<number, T[]>>();
  for (const formula of formulas) {
    const columns = sheets.get(formula.sheet.sheetId) ?? new Map<number, T[]>();
    sheets.set(formula.sheet.sheetId, columns);
    const column = columns.get(formula.column);
    if (column) column.push(formula);
    else columns.set(formula.column, [formula]);
  }
  return {
    inside({ sheetId, area: { top, bottom, left, right } }) {
      const found: T[] = [];
      for (const [column, list] of sheets.get(sheetId) ?? []) {
        if (column < left || column >= right) continue;
        for (let at = firstFrom(list, top); at < list.length; at += 1) {
          const formula = list[at];
          if (!formula || formula.row >= bottom) break;
          found.push(formula);
        }
      }
      return found;
    },
  };
}

function firstFrom(list: readonly Positioned[], row: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.row ?? Infinity) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
