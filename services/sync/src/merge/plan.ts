import type { Table } from '@opsheet/shared/reference/table';
import { type Draft, newDraft, noteRow } from './draft.ts';
import type { MergeInput, TablePlan } from './model.ts';
import { planRow } from './plan-row.ts';
import { recogniseWrongRows } from './wrong-row.ts';

/**
 * What makes sheet, database and base of a table agree again: a pure function, so that a plan can be shown, held and
 * thrown away. The order is the sheet's, then by key (S10).
 *
 * The caller applies `toDatabase`, `conflicts` and `base` of a row together, and only then writes `toSheet`: what is
 * on its way must be in the base's ledger before it can be seen.
 */
export function planTable(table: Table, given: MergeInput): TablePlan {
  const { input, conflicts } = recogniseWrongRows(table, given);
  const draft = newDraft(table, input);
  draft.conflicts.push(...conflicts);
  const { rows, strays, emptied } = input.sheet;
  // A row whose key cannot be read may be any of those that seem to be gone. So no absence is a deletion until it is
  // mended: in this respect the read was not complete (S4).
  const absenceCounts = strays.every(({ key }) => key !== null);
  for (const key of rows.keys()) planRow(draft, key, absenceCounts);
  for (const key of keysNotInSheet(input)) planRow(draft, key, absenceCounts);
  for (const stray of strays) noteRow(draft, stray, stray.reason);
  for (const row of emptied) noteRow(draft, row, '');
  return finished(draft);
}

/** Whether nothing is left to do. Errors that the sheet already shows are no work. */
export function isEmpty({ toDatabase, toSheet, notes, conflicts, base }: TablePlan): boolean {
  return [toDatabase, toSheet, notes, conflicts, base].every((list) => list.length === 0);
}

/** Keys that only the database or the base knows. A key that stands in several rows is not gone, and is left alone. */
function keysNotInSheet({ base, database, sheet }: MergeInput): string[] {
  const keys = new Set<string>();
  for (const key of database.keys()) if (!sheet.rows.has(key)) keys.add(key);
  for (const key of base.keys()) if (!sheet.rows.has(key)) keys.add(key);
  for (const { key } of sheet.strays) if (key !== null) keys.delete(key);
  return [...keys].sort();
}

function finished({ table, toDatabase, toSheet, notes, conflicts, base, errors }: Draft): TablePlan {
  const inOrder = notes.sort((a, b) => a.position - b.position);
  return { table: table.name, toDatabase, toSheet, notes: inOrder, conflicts, base, errors };
}
