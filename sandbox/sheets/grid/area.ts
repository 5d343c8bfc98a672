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

/** Rows or columns put in or taken out: what every rectangle on the sheet has to follow. */
export type Shift = { dimension: 'ROWS' | 'COLUMNS'; start: number; inserted?: number; deleted?: number };

/** Where an area is after a shift; undefined when all of it was deleted. */
export function shifted(area: Area, shift: Shift): Area | undefined {
  if (shift.dimension === 'ROWS') {
    const span = shiftedSpan(area.top, area.bottom, shift);
    return span && { ...area, top: span.start, bottom: span.end };
  }
  const span = shiftedSpan(area.left, area.right, shift);
  return span && { ...area, left: span.start, right: span.end };
}

function shiftedSpan(start: number, end: number, shift: Shift): { start: number; end: number } | undefined {
  const { inserted = 0, deleted = 0 } = shift;
  const gone = shift.start + deleted;
  const move = (at: number) => (at >= gone ? at - deleted : Math.min(at, shift.start));
  const moved = {
    start: move(start) + (start >= shift.start ? inserted : 0),
    end: move(end) + (end > shift.start ? inserted : 0),
  };
  return moved.start < moved.end ? moved : undefined;
}
