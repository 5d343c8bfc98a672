import type { ReferenceTable } from '@opsheet/shared/contracts/reference';
import type { CellInput, SheetWrite } from '../sheets/sheets.ts';

/** Which cell a written value belongs to; `field` is null for a whole row. Notes and their header have no key. */
export type Place = { readonly table: ReferenceTable; readonly key: string | null; readonly field: string | null };

/** A write with what it is for. For 'cells' there is one place per value. */
export type PlannedWrite = { readonly write: SheetWrite; readonly places: readonly Place[] };

/** A value to be written, on its way into a run. */
export type PlannedCell = { readonly value: CellInput; readonly place: Place };

/** Cells that stand under one another become one write. `cells` maps column → row → cell. */
export function cellRuns(
  sheetId: number,
  cells: ReadonlyMap<number, ReadonlyMap<number, PlannedCell>>,
): PlannedWrite[] {
  return [...cells].flatMap(([column, rows]) => {
    const runs: { row: number; cells: PlannedCell[] }[] = [];
    for (const [row, cell] of [...rows].sort(([a], [b]) => a - b)) {
      const last = runs.at(-1);
      if (last && last.row + last.cells.length === row) last.cells.push(cell);
      else runs.push({ row, cells: [cell] });
    }
    return runs.map(({ row, cells: run }) => ({
      write: { kind: 'cells' as const, sheetId, row, column, values: run.map(({ value }) => value) },
      places: run.map(({ place }) => place),
    }));
  });
}
