import type { CellValue } from '@opsheet/shared/contracts/reference';
import type { Em } from '@opsheet/shared/database/open';
import { deleteBase, saveBase } from './base.ts';
import { recordConflicts } from './conflicts.ts';
import type { BaseRow, Conflict } from './merge/model.ts';
import { markRefused, markSynced } from './pending.ts';
import type { PassStamp, PushedTable, Skipped } from './stages.ts';

/**
 * Sets the base right after a write: what was left out was not sent, and the rows of which nothing was left out have
 * arrived. Whether they really stand there the next read tells. Without this step (a crash) the ledger holds values
 * that were never sent, which costs no edit.
 */
export async function rememberPush(tx: Em, pushed: PushedTable, stamp: PassStamp): Promise<void> {
  const { table, skipped, written, versions, plan } = pushed;
  const rows = written.map((key) => ({ key, version: versions.get(key) ?? 0 }));
  await markSynced(tx, table, { rows, at: stamp.at });
  const base = new Map(plan.base.flatMap(({ key, row }) => (row ? [[key, row] as const] : [])));
  const corrected = new Map<string, BaseRow>();
  const forgotten: string[] = [];
  for (const skip of skipped) {
    const row = corrected.get(skip.key) ?? base.get(skip.key);
    // A row that turned out to be there already was never agreed on: the next pass meets it anew.
    if (skip.reason === 'row there already') forgotten.push(skip.key);
    else if (row && skip.field !== null) corrected.set(skip.key, unsent(pushed, row, { ...skip, field: skip.field }));
  }
  for (const { key, reason, detail } of skipped)
    if (reason === 'refused') await markRefused(tx, table, { key, reason: detail ?? reason });
  await saveBase(tx, table, [...corrected.values()]);
  await deleteBase(tx, table, forgotten);
  await recordConflicts(
    tx,
    table,
    skipped.flatMap((skip) => formulaConflict(pushed, skip)),
    stamp,
  );
}

type CellSkip = Skipped & { field: string };

/**
 * Takes the newest value of a cell off the ledger. For a formula the database's value counts as agreed instead, so
 * that the next pass sees the formula's value as the sheet's change and takes it: a formula wins.
 */
function unsent({ state }: PushedTable, row: BaseRow, { key, field, reason }: CellSkip): BaseRow {
  const sent = { ...row.sent, [field]: (row.sent[field] ?? []).slice(0, -1) };
  if (reason !== 'formula') return { ...row, sent };
  return { ...row, sent, values: { ...row.values, [field]: databaseValue(state, key, field) } };
}

function formulaConflict({ state, sheet }: PushedTable, { key, field, reason }: Skipped): Conflict[] {
  if (reason !== 'formula' || field === null) return [];
  const cell = sheet.rows.get(key)?.cells[field];
  const sheetValue = cell?.ok ? cell.value : null;
  const conflict = { key, field, base: sheetValue, sheetValue, databaseValue: databaseValue(state, key, field) };
  return [{ ...conflict, winner: 'sheet', decidable: true, withinWindow: true }];
}

const databaseValue = (state: PushedTable['state'], key: string, field: string): CellValue =>
  state.rows.get(key)?.values[field] ?? null;
