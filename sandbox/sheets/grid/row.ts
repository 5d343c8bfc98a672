import type { Span } from './area.ts';
import type { Row } from './grid.ts';

/** A row with the cells of another between two columns. */
export function withCells(row: Row, from: Row, { start, end }: Span): Row {
  const length = Math.max(row.length, Math.min(end, from.length));
  return Array.from({ length }, (_, column) => (column >= start && column < end ? from[column] : row[column]));
}
