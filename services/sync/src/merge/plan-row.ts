import { knownRows } from './decide.ts';
import { type Draft, noteRow } from './draft.ts';
import { keepDatabaseEdits, keepSheetEdits } from './edit-beats-deletion.ts';
import { withLast } from './merge-cell.ts';
import { mergeRow } from './merge-row.ts';
import type { BaseRow, DatabaseRow, SheetRow } from './model.ts';
import { badCells, databaseSide, newRow, sheetSide } from './row-values.ts';

/** Adds to the draft what the row with this key needs. `absenceCounts` is false while the tab may hide known rows. */
export function planRow(draft: Draft, key: string, absenceCounts: boolean): void {
  const sheet = draft.input.sheet.rows.get(key);
  const stored = draft.input.database.get(key);
  const database = stored?.active ? stored : undefined;
  const base = draft.input.base.get(key);
  if (sheet && database) return mergeRow(draft, { sheet, database, base });
  if (sheet) return planWithoutDatabase(draft, { sheet, base, retired: stored });
  if (database && (absenceCounts || !base || base.unseen)) return planWithoutSheet(draft, database, base);
  if (base && !database && absenceCounts) draft.base.push({ key, row: null });
}

type SheetOnly = { sheet: SheetRow; base: BaseRow | undefined; retired: DatabaseRow | undefined };

function planWithoutDatabase(draft: Draft, row: SheetOnly): void {
  const { base, sheet } = row;
  if (!base) return insert(draft, row);
  switch (knownRows[sheetSide(draft.table, sheet, base)].gone) {
    case 'insert again':
      return insert(draft, row);
    case 'delete in sheet':
      return deleteInSheet(draft, sheet, base);
  }
}

/**
 * The base stays until the row is seen gone: had the write been lost, the row would otherwise return as a new one. It
 * is `unseen` meanwhile: should the database want the row back, its absence must not be taken for a person's deletion.
 */
function deleteInSheet(draft: Draft, { key, cells }: SheetRow, base: BaseRow): void {
  draft.toSheet.push({ kind: 'delete', key, expected: cells });
  if (!base.unseen) draft.base.push({ key, row: { ...base, unseen: true } });
}

/** Inserts the sheet's row, or makes a retired one active again. A row that cannot be taken only gets its note. */
function insert(draft: Draft, { sheet, base, retired }: SheetOnly): void {
  const { key } = sheet;
  const row = newRow(draft.table, sheet, base);
  noteRow(draft, sheet, row.ok ? badCells(draft.table, sheet) : row.reason);
  if (!row.ok) return;
  draft.toDatabase.push({ kind: 'insert', key, values: row.values, seenVersion: retired?.version ?? null });
  // What only the database writes stays as it was last agreed; the next pass sees what the database made of it.
  draft.base.push({ key, row: { key, values: { ...base?.values, ...row.values }, sent: {}, unseen: false } });
  if (base) keepSheetEdits(draft, { sheet, base, values: row.values, retired });
}

function planWithoutSheet(draft: Draft, database: DatabaseRow, base: BaseRow | undefined): void {
  if (!base || base.unseen) return append(draft, database, base);
  switch (knownRows.gone[databaseSide(draft.table, database, base)]) {
    case 'retire':
      draft.toDatabase.push({ kind: 'retire', key: database.key, seenVersion: database.version });
      draft.base.push({ key: database.key, row: null });
      return;
    case 'append again':
      keepDatabaseEdits(draft, database, base);
      append(draft, database, { ...base, sent: {} });
  }
}

/** The row is `unseen` until a read shows it: a write that was lost is then no deletion. */
function append(draft: Draft, { key, values }: DatabaseRow, base: BaseRow | undefined): void {
  const sent = Object.fromEntries(
    draft.table.columns.map(({ field }) => [field, withLast(base?.sent[field] ?? [], values[field] ?? null)]),
  );
  draft.toSheet.push({ kind: 'append', key, values });
  draft.base.push({ key, row: { key, values: base?.values ?? {}, sent, unseen: true } });
}
