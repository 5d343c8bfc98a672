import { withoutValue } from '../../grid/cell.ts';
import type { Cell } from '../../grid/cell.ts';
import { editArea } from '../../grid/grid.ts';
import { cellsOf } from '../../spreadsheet/grid-range.ts';
import { guard } from '../../spreadsheet/protection.ts';
import { message } from '../../wire/message.ts';
import { GridRange } from '../../wire/messages.ts';
import { kind } from '../kind.ts';

/** Takes whitespace off the ends of texts and leaves one blank of each other run of it. What comes out is a text still. */
export const trimWhitespace = kind(message('TrimWhitespaceRequest', { range: GridRange }), (edit, { range }) => {
  const { sheet, area } = cellsOf(edit.book, range);
  guard(edit, sheet, area);
  let cellsChangedCount = 0;
  editArea(sheet.grid, { ...area, bottom: Math.min(area.bottom, sheet.grid.rows.length) }, (cell) => {
    const next = trimmed(cell);
    if (next !== cell) cellsChangedCount += 1;
    return next;
  });
  return { trimWhitespace: { ...(cellsChangedCount > 0 && { cellsChangedCount }) } };
});

function trimmed(cell: Cell | undefined): Cell | undefined {
  if (typeof cell?.value !== 'string' || cell.formula !== undefined) return cell;
  const value = cell.value.trim().replaceAll(/\s+/g, ' ');
  if (value === cell.value) return cell;
  return value === '' ? withoutValue(cell) : { ...withoutValue(cell), value };
}
