/**
 * A rectangle of cells, zero-based, its ends exclusive. An open end is `Infinity` (all of column A: `bottom: Infinity`)
 * until `clamp` cuts it to a grid.
 */
export type Area = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

export type Size = { readonly rowCount: number; readonly columnCount: number };

export const wholeGrid = ({ rowCount, columnCount }: Size): Area => ({
  top: 0,
  left: 0,
  bottom: rowCount,
  right: columnCount,
});

export const clamp = (area: Area, size: Size): Area => ({
  ...area,
  bottom: Math.min(area.bottom, size.rowCount),
  right: Math.min(area.right, size.columnCount),
});

export const startsInside = (area: Area, size: Size) => area.top < size.rowCount && area.left < size.columnCount;

export const intersects = (a: Area, b: Area) =>
  a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right;

export const contains = (outer: Area, inner: Area) =>
  outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right;

export const isOneCell = (area: Area) => area.bottom - area.top === 1 && area.right - area.left === 1;

/** From `start` to before `end`, of rows or of columns. */
export type Span = { readonly start: number; readonly end: number };
export type DimensionName = 'ROWS' | 'COLUMNS';

export const spanOf = (area: Area, dimension: DimensionName): Span =>
  dimension === 'ROWS' ? { start: area.top, end: area.bottom } : { start: area.left, end: area.right };

export const withSpan = (area: Area, dimension: DimensionName, { start, end }: Span): Area =>
  dimension === 'ROWS' ? { ...area, top: start, bottom: end } : { ...area, left: start, right: end };

export const otherDimension = (dimension: DimensionName): DimensionName => (dimension === 'ROWS' ? 'COLUMNS' : 'ROWS');
