import type { CellInput, SheetWrite } from '../sheets/sheets.ts';

/** Cells that stand under one another become one write. `cells` maps column → row → value. */
export function cellRuns(sheetId: number, cells: ReadonlyMap<number, ReadonlyMap<number, CellInput>>): SheetWrite[] {
  return [...cells].flatMap(([column, rows]) => {
    const runs: { row: number; values: CellInput[] }[] = [];
    for (const [row, value] of [...rows].sort(([a], [b]) => a - b)) {
      const last = runs.at(-1);
      if (last && last.row + last.values.length === row) last.values.push(value);
      else runs.push({ row, values: [value] });
    }
    return runs.map(({ row, values }) => ({ kind: 'cells' as const, sheetId, row, column, values }));
  });
}
