import type { DimensionName } from './area.ts';
import type { Grid } from './grid.ts';

/** Rows or columns of a grid, whole. */
export type Lines = { readonly dimension: DimensionName; readonly start: number; readonly count: number };

/** Puts empty rows or columns in; the grid grows. */
export function addLines(grid: Grid, { dimension, start, count }: Lines): void {
  rearrange(grid, dimension, (list, blank) =>
    list.length > start ? withBlock(list, start, blanks(count, blank)) : [...list],
  );
  grow(grid, dimension, count);
}

/** Takes rows or columns out; the grid shrinks. */
export function removeLines(grid: Grid, { dimension, start, count }: Lines): void {
  rearrange(grid, dimension, (list) => list.toSpliced(start, count));
  grow(grid, dimension, -count);
}

/** Takes rows or columns to another place. `to` counts them as they were before. */
export function reorderLines(grid: Grid, { dimension, start, count, to }: Lines & { readonly to: number }): void {
  rearrange(grid, dimension, (list, blank) => {
    const padded = [...list, ...blanks(Math.max(start + count, to) - list.length, blank)];
    const block = padded.splice(start, count);
    return withBlock(padded, to > start ? to - count : to, block);
  });
}

type Rearranged = <T>(list: readonly T[], blank: T) => T[];

/** The lists of a grid may be shorter than the grid. */
function rearrange(grid: Grid, dimension: DimensionName, change: Rearranged): void {
  if (dimension === 'ROWS') {
    grid.rows = change(grid.rows, []);
    grid.rowDimensions = change(grid.rowDimensions, undefined);
    return;
  }
  grid.rows = grid.rows.map((row) => change(row, undefined));
  grid.columnDimensions = change(grid.columnDimensions, undefined);
}

function grow(grid: Grid, dimension: DimensionName, count: number): void {
  if (dimension === 'ROWS') grid.rowCount += count;
  else grid.columnCount += count;
}

/** Not by toSpliced: as many arguments as a sheet has rows are too many for a call. */
const withBlock = <T>(list: readonly T[], at: number, block: readonly T[]): T[] => [
  ...list.slice(0, at),
  ...block,
  ...list.slice(at),
];

const blanks = <T>(count: number, blank: T): T[] => Array.from({ length: Math.max(0, count) }, () => blank);
