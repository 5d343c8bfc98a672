import { Refusal } from '../errors.ts';
import { columnName, formatRange } from '../grid/a1.ts';
import { isOneCell } from '../grid/area.ts';
import type { Area } from '../grid/area.ts';
import type { Cell } from '../grid/cell.ts';
import { rowAt, setRow } from '../grid/grid.ts';
import type { Edit } from '../spreadsheet/edit.ts';
import { exceedsGrid } from '../spreadsheet/locate.ts';
import type { Located } from '../spreadsheet/locate.ts';
import { guard } from '../spreadsheet/protection.ts';
import type { Sheet } from '../spreadsheet/spreadsheet.ts';
import { enter } from './enter.ts';
import type { InputMode } from './enter.ts';
import type { CellInput } from './input.ts';

/** Rows of values; null leaves a cell alone. */
export type Block = readonly (readonly CellInput[])[];
export type Written = { sheet: Sheet; area: Area; updatedRows: number; updatedColumns: number; updatedCells: number };

/**
 * Writes a block from the top left of a place on. A place of one cell is only a start; any other place bounds the
 * block. The grid never grows here.
 */
export function writeBlock(edit: Edit, place: Located, { block, mode }: { block: Block; mode: InputMode }): Written {
  const written = extent(place, block);
  if (!isOneCell(place.area)) refuseOutside(place, block);
  const { grid } = place.sheet;
  if (written.area.bottom > grid.rowCount || written.area.right > grid.columnCount)
    throw exceedsGrid(place.sheet, written.area);
  guard(edit, place.sheet, written.area);
  block.forEach((values, index) => writeRow(place, { row: place.area.top + index, values, mode }));
  return written;
}

/** Nulls at the ends do not count; a block of nothing still has its first cell as its area. */
function extent({ sheet, area: { top, left } }: Located, block: Block): Written {
  const written: boolean[] = [];
  let [updatedRows, updatedCells, lastRow] = [0, 0, 0];
  block.forEach((values, row) => {
    const before = updatedCells;
    values.forEach((value, column) => {
      if (value === null) return;
      written[column] = true;
      updatedCells += 1;
    });
    if (updatedCells === before) return;
    updatedRows += 1;
    lastRow = row;
  });
  const area = { top, left, bottom: top + lastRow + 1, right: left + Math.max(1, written.length) };
  return { sheet, area, updatedRows, updatedColumns: written.filter(Boolean).length, updatedCells };
}

function refuseOutside({ sheet, area }: Located, block: Block): void {
  const height = area.bottom - area.top;
  const width = area.right - area.left;
  const range = formatRange(sheet.title, area);
  for (const [row, values] of block.entries()) {
    const column = values.findIndex((value, at) => value !== null && at >= width);
    const isWritten = values.some((value) => value !== null);
    if (row >= height && isWritten) {
      throw new Refusal(`Requested writing within range [${range}], but tried writing to row [${area.top + row + 1}]`);
    }
    if (column !== -1) {
      throw new Refusal(
        `Requested writing within range [${range}], but tried writing to column [${columnName(area.left + column)}]`,
      );
    }
  }
}

type RowWrite = { row: number; values: readonly CellInput[]; mode: InputMode };

function writeRow({ sheet: { grid }, area: { left } }: Located, { row, values, mode }: RowWrite): void {
  const cells: (Cell | undefined)[] = [...rowAt(grid, row)];
  values.forEach((value, index) => {
    if (value === null) return;
    while (cells.length < left + index) cells.push(undefined);
    cells[left + index] = enter(cells[left + index], value, mode);
  });
  setRow(grid, row, cells);
}
