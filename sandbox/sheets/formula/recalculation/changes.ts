import type { Place } from '../../grid/move.ts';
import type { Grid } from '../../grid/grid.ts';
import type { Spreadsheet } from '../../spreadsheet/spreadsheet.ts';

/** What is other in a draft than in the version before it. */
export type Changes = {
  /** Has any cell of the place been replaced? */
  readonly touch: (place: Place) => boolean;
  /** Call it when a cell of the draft is replaced from now on. */
  readonly add: (sheetId: number, row: number) => void;
};

/** Without a version before, or when sheets, sizes or names are others, everything counts as changed. */
export function changesBetween(before: Spreadsheet | undefined, after: Spreadsheet): Changes {
  if (!before || !isAlike(before, after)) return { touch: () => true, add: () => {} };
  const sheets = new Map(
    after.sheets.map(({ sheetId, grid }, index) => [sheetId, compare(before.sheets[index]?.grid ?? grid, grid)]),
  );
  return {
    touch: ({ sheetId, area }) => sheets.get(sheetId)?.touch(area) ?? false,
    add: (sheetId, row) => sheets.get(sheetId)?.add(row),
  };
}

function isAlike(before: Spreadsheet, after: Spreadsheet): boolean {
  return (
    before.namedRanges === after.namedRanges &&
    before.locale === after.locale &&
    before.timeZone === after.timeZone &&
    before.sheets.length === after.sheets.length &&
    after.sheets.every((sheet, index) => {
      const old = before.sheets[index];
      return old?.sheetId === sheet.sheetId && old.title === sheet.title && hasSize(old.grid, sheet.grid);
    })
  );
}

const hasSize = (a: Grid, b: Grid) => a.rowCount === b.rowCount && a.columnCount === b.columnCount;

type GridChanges = { touch: (area: Place['area']) => boolean; add: (row: number) => void };

/** Rows are shared between versions, so rows that are the same list are unchanged. Only rows between the first and the last change are looked at. */
function compare(before: Grid, after: Grid): GridChanges {
  const length = Math.max(before.rows.length, after.rows.length);
  const isChanged = (row: number) => before.rows[row] !== after.rows[row];
  let first = 0;
  while (first < length && !isChanged(first)) first += 1;
  let end = length;
  while (end > first && !isChanged(end - 1)) end -= 1;
  return {
    touch({ top, bottom, left, right }) {
      for (let row = Math.max(top, first); row < Math.min(bottom, end); row += 1) {
        if (isChanged(row) && cellsDiffer(before.rows[row] ?? [], after.rows[row] ?? [], { left, right })) return true;
      }
      return false;
    },
    add(row) {
      first = Math.min(first, row);
      end = Math.max(end, row + 1);
    },
  };
}

type Cells = Grid['rows'][number];

function cellsDiffer(before: Cells, after: Cells, { left, right }: { left: number; right: number }): boolean {
  const end = Math.min(right, Math.max(before.length, after.length));
  for (let column = left; column < end; column += 1) if (before[column] !== after[column]) return true;
  return false;
}
