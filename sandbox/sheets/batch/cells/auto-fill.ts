import { Refusal } from '../../errors.ts';
import { copiedCell } from '../../formula/syntax/copied.ts';
import { otherDimension, spanOf, withSpan } from '../../grid/area.ts';
import type { Area, DimensionName } from '../../grid/area.ts';
import { hasValue } from '../../grid/cell.ts';
import { cellAt, editArea } from '../../grid/grid.ts';
import type { Edit } from '../../spreadsheet/edit.ts';
import { cellsOf } from '../../spreadsheet/grid-range.ts';
import type { Located } from '../../spreadsheet/locate.ts';
import { guard } from '../../spreadsheet/protection.ts';
import { message } from '../../wire/message.ts';
import { Dimension, GridRange } from '../../wire/messages.ts';
import { bool, int32 } from '../../wire/reader.ts';
import type { Read } from '../../wire/reader.ts';
import { kind } from '../kind.ts';
import { seriesOf } from './series.ts';

const SourceAndDestination = message('SourceAndDestination', {
  source: GridRange,
  dimension: Dimension,
  fillLength: int32,
});
const AutoFillRequest = message(
  'AutoFillRequest',
  { useAlternateSeries: bool, range: GridRange, sourceAndDestination: SourceAndDestination },
  { area: ['range', 'sourceAndDestination'] },
);

/** Cells to go on from, and where to: behind them, or before them when `length` is below zero. */
type Fill = Located & { dimension: DimensionName; length: number };

/** Goes on with the cells of a source in one direction; formulas are copied, with their references shifted. */
export const autoFill = kind(AutoFillRequest, (edit, request) => {
  const fill = fillOf(edit, request);
  if (fill.length === 0) return;
  const { sheet, area, dimension } = fill;
  const target = targetOf(fill);
  guard(edit, sheet, target);
  const crossing = spanOf(area, otherDimension(dimension));
  for (let index = crossing.start; index < crossing.end; index += 1) {
    fillLine(fill, { index, target, isAlternate: request.useAlternateSeries ?? false });
  }
});

function fillOf(edit: Edit, { range, sourceAndDestination }: Read<typeof AutoFillRequest>): Fill {
  if (range) return filledPart(cellsOf(edit.book, range));
  if (!sourceAndDestination) throw new Refusal('Must specify either range or sourceAndDestination.');
  const { source, dimension, fillLength: length = 0 } = sourceAndDestination;
  if (!dimension) throw new Refusal('No dimension specified.');
  return { ...cellsOf(edit.book, source), dimension, length };
}

/** The rows at the top of a range that have values are the source of those below, else the columns at its left. */
function filledPart({ sheet, area }: Located): Fill {
  const isFilled = (row: number, column: number) => hasValue(cellAt(sheet.grid, row, column));
  let { bottom, right } = area;
  const columns = Array.from({ length: right - area.left }, (_, index) => area.left + index);
  while (bottom > area.top && !columns.some((column) => isFilled(bottom - 1, column))) bottom -= 1;
  if (bottom === area.top) return { sheet, area, dimension: 'ROWS', length: 0 };
  if (bottom < area.bottom) {
    return { sheet, area: { ...area, bottom }, dimension: 'ROWS', length: area.bottom - bottom };
  }
  const rows = Array.from({ length: bottom - area.top }, (_, index) => area.top + index);
  while (right > area.left && !rows.some((row) => isFilled(row, right - 1))) right -= 1;
  return { sheet, area: { ...area, right }, dimension: 'COLUMNS', length: area.right - right };
}

function targetOf({ sheet: { grid }, area, dimension, length }: Fill): Area {
  const { start, end } = spanOf(area, dimension);
  const span = length > 0 ? { start: end, end: end + length } : { start: start + length, end: start };
  const count = dimension === 'ROWS' ? grid.rowCount : grid.columnCount;
  if (span.start < 0 || span.end > count) throw new Refusal("You can't auto-fill past the edge of the sheet.");
  return withSpan(area, dimension, span);
}

type Line = { index: number; target: Area; isAlternate: boolean };

/** Fills one column (or row) of the target from that of the source. */
function fillLine({ sheet: { grid }, area, dimension }: Fill, { index, target, isAlternate }: Line): void {
  const { start, end } = spanOf(area, dimension);
  const sources = Array.from({ length: end - start }, (_, offset) =>
    dimension === 'ROWS' ? cellAt(grid, start + offset, index) : cellAt(grid, index, start + offset),
  );
  const series = seriesOf(sources, isAlternate);
  const line = withSpan(target, otherDimension(dimension), { start: index, end: index + 1 });
  editArea(grid, line, (_, row, column) => {
    const steps = (dimension === 'ROWS' ? row : column) - start;
    // A repeated cell was copied from the one of its turn: by whole lengths of the source.
    const copied = Math.floor(steps / sources.length) * sources.length;
    return copiedCell(series(steps), dimension === 'ROWS' ? { down: copied, right: 0 } : { down: 0, right: copied });
  });
}
