import { contains, otherDimension, spanOf, withSpan } from './area.ts';
import type { Area, DimensionName, Span } from './area.ts';

/** An area on a sheet of the workbook. Its ends may be open (`Infinity`), as in a reference to all of column A. */
export type Place = { readonly sheetId: number; readonly area: Area };

/** One row or column of a sheet, zero-based. */
export type Line = { readonly sheetId: number; readonly dimension: DimensionName; readonly index: number };

/** Cells pushed away by empty ones. `across` bounds them where not whole rows or columns are pushed, as in insertRange. */
type Insert = {
  readonly kind: 'insert';
  readonly sheetId: number;
  readonly dimension: DimensionName;
  readonly start: number;
  readonly count: number;
  readonly across?: Span;
};

/** Cells taken out, those behind them coming after. */
type Delete = Omit<Insert, 'kind'> & { readonly kind: 'delete' };

/** Whole rows or columns taken to before `to`, which counts them as they were before. */
type Reorder = {
  readonly kind: 'reorder';
  readonly sheetId: number;
  readonly dimension: DimensionName;
  readonly start: number;
  readonly count: number;
  readonly to: number;
};

/** A block cut and pasted over a place of the same size, perhaps on another sheet. */
type Cut = { readonly kind: 'cut'; readonly sheetId: number; readonly area: Area; readonly to: Place };

/**
 * The rows of an area in another order: the i-th row of the area is now what was row `order[i]` of the sheet, and what was
 * row `at` is now row `landing.get(at)`.
 */
type Sort = {
  readonly kind: 'sort';
  readonly sheetId: number;
  readonly area: Area;
  readonly order: readonly number[];
  readonly landing: ReadonlyMap<number, number>;
};

export const sortMove = ({ sheetId, area }: Place, order: readonly number[]): Move => ({
  kind: 'sort',
  sheetId,
  area,
  order,
  landing: new Map(order.map((row, index) => [row, area.top + index])),
});

type DropSheet = { readonly kind: 'drop sheet'; readonly sheetId: number };

/** How cells came to be elsewhere. What lies on cells, or names them, follows: see spreadsheet/follow.ts. */
export type Move = Insert | Delete | Reorder | Cut | Sort | DropSheet;

/** Where a place is after a move; undefined when all of it is gone. A place that only partly moves stays. */
export function movedPlace(place: Place, move: Move): Place | undefined {
  if (move.kind === 'cut') return placeAfterCut(place, move);
  if (place.sheetId !== move.sheetId || move.kind === 'sort') return place;
  if (move.kind === 'drop sheet') return undefined;
  const { dimension } = move;
  if (move.kind !== 'reorder' && move.across && !liesIn(spanOf(place.area, otherDimension(dimension)), move.across)) {
    return place;
  }
  const span = movedSpan(spanOf(place.area, dimension), move);
  return span && { ...place, area: withSpan(place.area, dimension, span) };
}

/**
 * Where a row or column is after a move; undefined when it is gone. It moves only as a whole, except by a sort: the row
 * of an area counts as moved with its values, however wide the area is.
 */
export function movedLine(line: Line, move: Move): Line | undefined {
  if (move.kind === 'cut' || line.sheetId !== move.sheetId) return line;
  if (move.kind === 'drop sheet') return undefined;
  if (move.kind === 'sort') {
    const index = line.dimension === 'ROWS' ? move.landing.get(line.index) : undefined;
    return index === undefined ? line : { ...line, index };
  }
  if (line.dimension !== move.dimension || (move.kind !== 'reorder' && move.across)) return line;
  const span = movedSpan({ start: line.index, end: line.index + 1 }, move);
  return span && { ...line, index: span.start };
}

/** Where a run of rows or columns is after whole rows or columns of its kind were moved; undefined when all of it is gone. */
export function movedSpan(span: Span, move: Insert | Delete | Reorder): Span | undefined {
  if (span.start === 0 && span.end === Infinity) return span;
  if (move.kind === 'insert') return spanAfterInsert(span, move);
  return move.kind === 'delete' ? spanAfterDelete(span, move) : spanAfterReorder(span, move);
}

type Run = { readonly start: number; readonly count: number };

/** Inserted at its start, a span moves; inside, it grows; at its end, it stays. */
const spanAfterInsert = (span: Span, { start, count }: Run): Span => ({
  start: span.start + (span.start >= start ? count : 0),
  end: span.end + (span.end > start ? count : 0),
});

function spanAfterDelete(span: Span, { start, count }: Run): Span | undefined {
  const after = (at: number) => (at >= start + count ? at - count : Math.min(at, start));
  const left = { start: after(span.start), end: after(span.end) };
  return left.start < left.end ? left : undefined;
}

/** A span goes with rows that hold all of it, and keeps to itself those that only change places inside it. */
function spanAfterReorder(span: Span, { start, count, to }: Run & { readonly to: number }): Span | undefined {
  const landed = to > start ? to - count : to;
  const block = { start, end: start + count };
  if (liesIn(span, block)) return { start: span.start + landed - start, end: span.end + landed - start };
  if (liesIn(block, span) && liesIn({ start: to, end: to }, span)) return span;
  const rest = spanAfterDelete(span, { start, count });
  return rest && spanAfterInsert(rest, { start: landed, count });
}

/** What lay on the cells that were pasted over is gone. */
function placeAfterCut(place: Place, { sheetId, area, to }: Cut): Place | undefined {
  if (place.sheetId === sheetId && contains(area, place.area)) {
    const down = to.area.top - area.top;
    const right = to.area.left - area.left;
    const { top, left, bottom, right: end } = place.area;
    return {
      sheetId: to.sheetId,
      area: { top: top + down, bottom: bottom + down, left: left + right, right: end + right },
    };
  }
  return place.sheetId === to.sheetId && contains(to.area, place.area) ? undefined : place;
}

const liesIn = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end;
