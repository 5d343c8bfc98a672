import type { Area, Size } from './area.ts';
import { hasValue } from './cell.ts';
import type { Cell } from './cell.ts';

export type Row = readonly (Cell | undefined)[];

/** Properties of one row or column. `pixelSize` is absent while it is the default. */
export type Dimension = { readonly hiddenByUser?: boolean; readonly pixelSize?: number };

/**
 * The cells of a sheet. A row is replaced, never changed, so a copy of `rows` is a snapshot. Both lists may be shorter
 * than the grid: what is not there is empty.
 */
export type Grid = {
  rowCount: number;
  columnCount: number;
  rows: Row[];
  rowDimensions: (Dimension | undefined)[];
  columnDimensions: (Dimension | undefined)[];
  /** Set when the first formula comes, and left so: what looks after formulas passes over the other sheets. */
  mayHaveFormulas: boolean;
};

export const emptyGrid = ({ rowCount, columnCount }: Size): Grid => ({
  rowCount,
  columnCount,
  rows: [],
  rowDimensions: [],
  columnDimensions: [],
  mayHaveFormulas: false,
});

export const copyGrid = (grid: Grid): Grid => ({
  ...grid,
  rows: [...grid.rows],
  rowDimensions: [...grid.rowDimensions],
  columnDimensions: [...grid.columnDimensions],
});

export const rowAt = (grid: Grid, row: number): Row => grid.rows[row] ?? [];
export const cellAt = (grid: Grid, row: number, column: number): Cell | undefined => grid.rows[row]?.[column];

export function setRow(grid: Grid, row: number, cells: Row): void {
  while (grid.rows.length < row) grid.rows.push([]);
  grid.rows[row] = cells;
  grid.mayHaveFormulas ||= cells.some((cell) => cell?.formula !== undefined);
}

/** Replaces the cells of an area row by row: `next` gives the new cell for the old one. */
export function editArea(
  grid: Grid,
  area: Area,
  next: (cell: Cell | undefined, row: number, column: number) => Cell | undefined,
): void {
  for (let row = area.top; row < area.bottom; row += 1) {
    const cells = [...rowAt(grid, row)];
    for (let column = area.left; column < area.right; column += 1) {
      const cell = next(cells[column], row, column);
      if (cell === undefined && column >= cells.length) continue;
      while (cells.length < column) cells.push(undefined);
      cells[column] = cell;
    }
    if (cells.length > 0 || row < grid.rows.length) setRow(grid, row, cells);
  }
}

/** One past the last row that has a value. */
export function usedRows(grid: Grid): number {
  return grid.rows.findLastIndex((row) => row.some(hasValue)) + 1;
}
