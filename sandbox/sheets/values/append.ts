import type { Area } from '../grid/area.ts';
import type { Edit } from '../spreadsheet/edit.ts';
import type { Located } from '../spreadsheet/locate.ts';
import { insertLines, resizeSheet } from '../spreadsheet/shift.ts';
import type { InputMode } from './enter.ts';
import { findTable } from './table.ts';
import { writeBlock } from './update.ts';
import type { Block, Written } from './update.ts';

export type Append = { block: Block; mode: InputMode; insertRows: boolean };
export type Appended = { table?: Area; written: Written };

/**
 * Writes a block below the table that the range meets, or at the start of the range when there is none. The grid grows
 * as needed; with `insertRows` what lies below is moved down, else it is overwritten.
 */
export function appendBlock(edit: Edit, { sheet, area }: Located, { block, mode, insertRows }: Append): Appended {
  const table = findTable(sheet.grid, area);
  const top = table ? table.bottom : area.top;
  const left = table ? table.left : area.left;
  if (insertRows && top < sheet.grid.rowCount)
    insertLines(edit, sheet, { dimension: 'ROWS', start: top, count: block.length });
  const width = block.reduce((widest, values) => Math.max(widest, values.length), 1);
  resizeSheet(edit, sheet, {
    rowCount: Math.max(sheet.grid.rowCount, top + Math.max(1, block.length)),
    columnCount: Math.max(sheet.grid.columnCount, left + width),
  });
  const start = { top, left, bottom: top + 1, right: left + 1 };
  return { ...(table && { table }), written: writeBlock(edit, { sheet, area: start }, { block, mode }) };
}
