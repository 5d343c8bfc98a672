import type { Cell } from '../../grid/cell.ts';
import type { Corner, Reference } from './reference.ts';
import { mapReferences } from './rewrite.ts';

/** How far a cell was copied. */
export type Offset = { readonly down: number; readonly right: number };

/** A cell as it is when copied elsewhere: references without `$` go along. */
export function copiedCell(cell: Cell | undefined, offset: Offset): Cell | undefined {
  if (cell?.formula === undefined || cell.unreadable) return cell;
  return { ...cell, formula: copiedFormula(cell.formula, offset) };
}

export function copiedFormula(formula: string, offset: Offset): string {
  if (offset.down === 0 && offset.right === 0) return formula;
  return mapReferences(formula, (reference) => shifted(reference, offset));
}

/** Undefined past the first row or column. */
function shifted(reference: Reference, offset: Offset): Reference | undefined {
  const start = shiftedCorner(reference.start, offset);
  const end = reference.end && shiftedCorner(reference.end, offset);
  if (!start || (reference.end && !end)) return undefined;
  return { ...reference, start, ...(end && { end }) };
}

function shiftedCorner(corner: Corner, { down, right }: Offset): Corner | undefined {
  const row = corner.row === undefined || corner.rowFixed ? corner.row : corner.row + down;
  const column = corner.column === undefined || corner.columnFixed ? corner.column : corner.column + right;
  if ((row ?? 0) < 0 || (column ?? 0) < 0) return undefined;
  return { ...corner, ...(row !== undefined && { row }), ...(column !== undefined && { column }) };
}
