import { withoutValue } from '../grid/cell.ts';
import { editArea } from '../grid/grid.ts';
import type { Edit } from '../spreadsheet/edit.ts';
import type { Located } from '../spreadsheet/locate.ts';
import { guard } from '../spreadsheet/protection.ts';

/** Empties cells; their formats and notes stay. */
export function clearValues(edit: Edit, { sheet, area }: Located): void {
  guard(edit, sheet, area);
  const bottom = Math.min(area.bottom, sheet.grid.rows.length);
  editArea(sheet.grid, { ...area, bottom }, withoutValue);
}
