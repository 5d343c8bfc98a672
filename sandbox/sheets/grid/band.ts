import type { Area, DimensionName } from './area.ts';
import { rowAt, setRow } from './grid.ts';
import type { Grid, Row } from './grid.ts';
import { withCells } from './row.ts';

/** Cells of which those behind them, in the same columns (or rows), move when they are put in or taken out. */
export type Band = { readonly area: Area; readonly dimension: DimensionName };

/** Puts empty cells in: those of the area and all behind it are pushed to the end. The grid must have room for them. */
export function pushCells(grid: Grid, { area, dimension }: Band): void {
  const { left, right } = area;
  if (dimension === 'COLUMNS') {
    const blanks = Array.from({ length: right - left }, () => undefined);
    editRows(grid, area, (row) =>
      row.length > left ? [...row.slice(0, left), ...blanks, ...row.slice(left)].slice(0, grid.columnCount) : row,
    );
    return;
  }
  const height = area.bottom - area.top;
  const rows = [...grid.rows];
  const end = Math.min(grid.rowCount, rows.length + height);
  editRows(grid, { ...area, bottom: end }, (row, index) =>
    withCells(row, index < area.bottom ? [] : (rows[index - height] ?? []), { start: left, end: right }),
  );
}

/** Takes cells out: those behind them come after, and leave empty ones at the end of the grid. */
export function pullCells(grid: Grid, { area, dimension }: Band): void {
  const { left, right } = area;
  if (dimension === 'COLUMNS') {
    editRows(grid, area, (row) => row.toSpliced(left, right - left));
    return;
  }
  const height = area.bottom - area.top;
  editRows(grid, { ...area, bottom: grid.rows.length }, (row, index) =>
    withCells(row, rowAt(grid, index + height), { start: left, end: right }),
  );
}

function editRows(grid: Grid, { top, bottom }: Area, next: (row: Row, index: number) => Row): void {
  for (let index = top; index < bottom; index += 1) {
    const row = next(rowAt(grid, index), index);
    if (row.length > 0 || index < grid.rows.length) setRow(grid, index, row);
  }
}
