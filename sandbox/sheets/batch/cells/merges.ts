import { Refusal } from '../../errors.ts';
import { contains, intersects, isOneCell } from '../../grid/area.ts';
import type { Area } from '../../grid/area.ts';
import { withoutValue } from '../../grid/cell.ts';
import { editArea } from '../../grid/grid.ts';
import { cellsOf } from '../../spreadsheet/grid-range.ts';
import { guard } from '../../spreadsheet/protection.ts';
import type { Sheet } from '../../spreadsheet/spreadsheet.ts';
import { message } from '../../wire/message.ts';
import { GridRange } from '../../wire/messages.ts';
import { oneOf } from '../../wire/reader.ts';
import { kind } from '../kind.ts';

type MergeType = 'MERGE_ALL' | 'MERGE_COLUMNS' | 'MERGE_ROWS';

/** Only the top left value of each merged area is kept. */
export const mergeCells = kind(
  message('MergeCellsRequest', {
    range: GridRange,
    mergeType: oneOf('MergeType', ['MERGE_ALL', 'MERGE_COLUMNS', 'MERGE_ROWS']),
  }),
  (edit, { range, mergeType = 'MERGE_ALL' }) => {
    const { sheet, area } = cellsOf(edit.book, range);
    guard(edit, sheet, area);
    const merges = parts(area, mergeType).filter((part) => !isOneCell(part));
    for (const merge of merges) refuseHalfFrozen(sheet, merge);
    sheet.merges = [...outside(sheet, area), ...merges];
    for (const merge of merges) keepFirst(sheet, merge);
  },
);

export const unmergeCells = kind(message('UnmergeCellsRequest', { range: GridRange }), (edit, { range }) => {
  const { sheet, area } = cellsOf(edit.book, range);
  guard(edit, sheet, area);
  sheet.merges = outside(sheet, area);
});

/** The text is Google's, seen by a third party, for columns. */
function refuseHalfFrozen({ gridLook: { frozenRowCount = 0, frozenColumnCount = 0 } }: Sheet, merge: Area): void {
  if (merge.left < frozenColumnCount && frozenColumnCount < merge.right)
    throw new Refusal("You can't merge frozen and non-frozen columns.");
  if (merge.top < frozenRowCount && frozenRowCount < merge.bottom)
    throw new Refusal("You can't merge frozen and non-frozen rows.");
}

function parts(area: Area, mergeType: MergeType): Area[] {
  const { top, left, bottom, right } = area;
  if (mergeType === 'MERGE_ALL') return [area];
  if (mergeType === 'MERGE_ROWS') {
    return Array.from({ length: bottom - top }, (_, index) => ({ ...area, top: top + index, bottom: top + index + 1 }));
  }
  return Array.from({ length: right - left }, (_, index) => ({ ...area, left: left + index, right: left + index + 1 }));
}

/** The merges that an area does not touch. One that it cuts through is refused. */
function outside(sheet: Sheet, area: Area): Area[] {
  const touched = sheet.merges.filter((merge) => intersects(merge, area));
  if (!touched.every((merge) => contains(area, merge))) {
    throw new Refusal('You must select all cells in a merged range to merge or unmerge them.');
  }
  return sheet.merges.filter((merge) => !touched.includes(merge));
}

function keepFirst({ grid }: Sheet, merge: Area): void {
  const bottom = Math.min(merge.bottom, grid.rows.length);
  editArea(grid, { ...merge, bottom }, (cell, row, column) =>
    row === merge.top && column === merge.left ? cell : withoutValue(cell),
  );
}
