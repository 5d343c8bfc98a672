import { Refusal } from '../../errors.ts';
import type { Area } from '../../grid/area.ts';
import type { Cell, Scalar } from '../../grid/cell.ts';
import { rowAt } from '../../grid/grid.ts';
import type { Row } from '../../grid/grid.ts';
import { cellsOf } from '../../spreadsheet/grid-range.ts';
import { permuteRows } from '../../spreadsheet/permute.ts';
import { SortSpec } from '../../wire/filter.ts';
import { message } from '../../wire/message.ts';
import { GridRange } from '../../wire/messages.ts';
import { list } from '../../wire/reader.ts';
import { kind } from '../kind.ts';

/** Sorts the rows of a range; cells beside the range stay. `dimensionIndex` counts from the first column of the sheet. */
export const sortRange = kind(
  message('SortRangeRequest', { range: GridRange, sortSpecs: list(SortSpec) }),
  (edit, { range, sortSpecs = [] }) => {
    const { sheet, area } = cellsOf(edit.book, range);
    if (sortSpecs.length === 0) throw new Refusal('Must specify at least one sort spec.');
    sortSpecs.forEach(refuseBeyondValues);
    const compare = (a: number, b: number) => compareRows(rowAt(sheet.grid, a), rowAt(sheet.grid, b), sortSpecs);
    const isHidden = (row: number) => sheet.grid.rowDimensions[row]?.hiddenByUser ?? false;
    permuteRows(edit, { sheet, area }, sortedRows(area, { isHidden, compare }));
  },
);

function refuseBeyondValues(spec: SortSpec): void {
  const { dimensionIndex: _, sortOrder: __, ...rest } = spec;
  const [other] = Object.keys(rest);
  if (other) throw new Refusal(`The emulator sorts by values only, not by ${other}.`);
}

type Sorting = { isHidden: (row: number) => boolean; compare: (a: number, b: number) => number };

/** Rows that a person has hidden stay where they are; the others are sorted into the places between. */
function sortedRows({ top, bottom }: Area, { isHidden, compare }: Sorting): number[] {
  const rows = Array.from({ length: bottom - top }, (_, index) => top + index);
  const places = rows.filter((row) => !isHidden(row));
  const sorted = places.toSorted(compare);
  const moved = new Map(places.map((place, index) => [place, sorted[index]]));
  return rows.map((row) => moved.get(row) ?? row);
}

function compareRows(a: Row, b: Row, specs: readonly SortSpec[]): number {
  for (const { dimensionIndex = 0, sortOrder } of specs) {
    const order = compareCells(a[dimensionIndex], b[dimensionIndex], sortOrder === 'DESCENDING' ? -1 : 1);
    if (order !== 0) return order;
  }
  return 0;
}

/** Numbers come before texts, texts before booleans; empty cells are last in either direction. */
function compareCells(a: Cell | undefined, b: Cell | undefined, direction: 1 | -1): number {
  if (a?.value === undefined || b?.value === undefined)
    return Number(a?.value === undefined) - Number(b?.value === undefined);
  return direction * (rank(a.value) - rank(b.value) || compareAlike(a.value, b.value));
}

const rank = (value: Scalar) => ['number', 'string', 'boolean'].indexOf(typeof value);
const collator = new Intl.Collator('en');

function compareAlike(a: Scalar, b: Scalar): number {
  return typeof a === 'string' && typeof b === 'string' ? collator.compare(a, b) : Number(a) - Number(b);
}
