import type { Cell } from '../grid/cell.ts';
import { rowAt, setRow } from '../grid/grid.ts';
import type { Row } from '../grid/grid.ts';
import type { Lines } from '../grid/lines.ts';
import type { Sheet } from './spreadsheet.ts';

/** Gives new, empty rows or columns the look of another one: its size, and the formats and validation of its cells. */
export function inheritLook({ grid }: Sheet, { dimension, start, count }: Lines, from: number): void {
  const looks = dimension === 'ROWS' ? grid.rowDimensions : grid.columnDimensions;
  const pixelSize = looks[from]?.pixelSize;
  if (pixelSize !== undefined) for (let index = start; index < start + count; index += 1) looks[index] = { pixelSize };
  if (dimension === 'COLUMNS') {
    grid.rows = grid.rows.map((row) => withLook(row, start, { count, look: lookOf(row[from]) }));
    return;
  }
  const row = rowAt(grid, from).map(lookOf);
  if (row.every((cell) => cell === undefined)) return;
  for (let index = start; index < start + count; index += 1) setRow(grid, index, row);
}

type NewCells = { count: number; look: Cell | undefined };

const withLook = (row: Row, start: number, { count, look }: NewCells): Row =>
  look ? row.toSpliced(start, count, ...Array.from({ length: count }, () => look)) : row;

function lookOf({ format, validation }: Cell = {}): Cell | undefined {
  if (!format && !validation) return undefined;
  return { ...(format && { format }), ...(validation && { validation }) };
}
