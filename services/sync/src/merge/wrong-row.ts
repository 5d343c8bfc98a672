import type { CellValue } from '@opsheet/shared/contracts/reference';
import type { Table } from '@opsheet/shared/reference/table';
import type { BaseRow, Conflict, MergeInput } from './model.ts';

/** The input of a merge with the marks of writes that hit a wrong row taken for ours, and what to record of them. */
export type Recognised = { readonly input: MergeInput; readonly conflicts: readonly Conflict[] };

/**
 * The API cannot say "write only if the row is still here": rows sorted or moved between the re-read and the write make
 * it land one row off. Then the row that was meant shows its old value, and another row shows exactly what we sent. That
 * is taken for our own write and undone from the database (S6). Should it have been a person's edit after all, it is
 * kept as the loser of a conflict (S3). In the same way a deletion may have taken the wrong row: while the one that was
 * meant is still there, rows that are absent come back.
 */
export function recogniseWrongRows(table: Table, input: MergeInput): Recognised {
  const missing = unseenWrites(input);
  const deletionMissed = [...input.base.values()].some((row) => isDeletionMissed(input, row));
  if (missing.size === 0 && !deletionMissed) return { input, conflicts: [] };
  const base = new Map(input.base);
  const conflicts: Conflict[] = [];
  for (const { field, writer } of table.columns) {
    const values = missing.get(field);
    // A column with one writer is repaired anyway, and never in conflict.
    if (values && writer === 'both') for (const row of input.base.values()) recognise({ row, field, values });
  }
  if (deletionMissed)
    for (const row of input.base.values()) if (isAbsent(input, row)) base.set(row.key, { ...row, unseen: true });
  return { input: { ...input, base }, conflicts };

  function recognise({ row, field, values }: { row: BaseRow; field: string; values: ReadonlySet<CellValue> }): void {
    const cell = input.sheet.rows.get(row.key)?.cells[field];
    const stored = input.database.get(row.key);
    if (!cell?.ok || !stored?.active || !values.has(cell.value)) return;
    const before = row.values[field] ?? null;
    if (cell.value === before || cell.value === stored.values[field] || row.sent[field]?.includes(cell.value)) return;
    const known = base.get(row.key) ?? row;
    base.set(row.key, { ...known, sent: { ...known.sent, [field]: [...(known.sent[field] ?? []), cell.value] } });
    conflicts.push({
      key: row.key,
      field,
      base: before,
      sheetValue: cell.value,
      databaseValue: stored.values[field] ?? null,
      winner: 'database',
      decidable: true,
      withinWindow: false,
    });
  }
}

/** Field → values that were sent and do not stand where they were meant to: the cell shows what it showed before. */
function unseenWrites({ base, sheet }: MergeInput): Map<string, Set<CellValue>> {
  const missing = new Map<string, Set<CellValue>>();
  for (const row of base.values()) {
    if (row.unseen) continue;
    for (const field in row.sent) {
      const last = row.sent[field]?.at(-1);
      const cell = sheet.rows.get(row.key)?.cells[field];
      if (last === undefined || !cell?.ok || cell.value !== (row.values[field] ?? null)) continue;
      missing.set(field, (missing.get(field) ?? new Set()).add(last));
    }
  }
  return missing;
}

/** We deleted it, and it is still there. */
const isDeletionMissed = ({ sheet, database }: MergeInput, { key, unseen }: BaseRow) =>
  unseen && sheet.rows.has(key) && !database.get(key)?.active;

const isAbsent = ({ sheet, database }: MergeInput, { key, unseen }: BaseRow) =>
  !unseen && !sheet.rows.has(key) && database.get(key)?.active === true;
