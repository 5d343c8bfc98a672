import type { Table } from '@opsheet/shared/reference/table';
import { type Cells, type Sheets, SheetsError } from '../sheets/sheets.ts';
import type { Workbook } from '../workbook.ts';
import { type Draft, draftWrites } from './draft-writes.ts';
import { type Refused, writeAllBut } from './refusal.ts';
import { type View, viewOf } from './view.ts';
import type { AppliedTable, PushedTable, Skipped } from '../stages.ts';

type PushMeans = {
  sheets: Sheets;
  workbook: Workbook;
  /** The cells that the plans were made from. */
  raw: ReadonlyMap<Table, Cells | null>;
  /** Aborts when the lock is lost: then another process may be at work. */
  abandoned: AbortSignal;
};

export const hasWrites = ({ plan }: AppliedTable): boolean => plan.toSheet.length > 0 || plan.notes.length > 0;

/**
 * Writes what the plans have for the sheet: one re-read of the id columns and of the columns to be written, at once
 * followed by one atomic write. Rows are found by their id in that re-read (S6); a cell that shows something else than
 * the plan saw is left for the next pass (S3). What changes between the re-read and the write cannot be fenced, for
 * the API has no compare-and-set; docs/sync.md says what follows from that.
 */
export async function push(
  applied: readonly AppliedTable[],
  { sheets, workbook, raw, abandoned }: PushMeans,
): Promise<PushedTable[]> {
  const due = applied.filter(hasWrites);
  // What was sent in vain may stand in a tab that had this name before: its number is looked up anew.
  if (due.some(isRepeated)) workbook.forget();
  const views: View[] = [];
  for (const one of due) {
    const tab = await workbook.tab(one.table.tab);
    if (tab) views.push(viewOf(one, { tab, planned: raw.get(one.table) ?? [] }));
  }
  if (views.length === 0) return [];
  try {
    const columns = await sheets.readFormulas(views.flatMap((view) => view.ranges));
    const drafts = views.map((view) => draftWrites(view, columns.splice(0, view.ranges.length)));
    abandoned.throwIfAborted();
    const writes = drafts.flatMap((draft) => draft.writes);
    const refused = await writeAllBut(writes, sheets);
    if (writes.some(({ write }) => write.kind === 'add columns')) workbook.forget();
    return drafts.map((draft) => withoutRefused(draft, refused));
  } catch (error) {
    // The tabs may have other numbers and sizes by now.
    if (error instanceof SheetsError) workbook.forget();
    throw error;
  }
}

/** Something of it was sent before and has not been seen since. */
const isRepeated = ({ plan, state }: AppliedTable): boolean =>
  plan.toSheet.some((change) => {
    const base = state.base.get(change.key);
    if (!base || change.kind !== 'update') return base?.unseen === true;
    return Object.entries(change.values).some(([field, value]) => base.sent[field]?.at(-1) === value);
  });

function withoutRefused({ applied, skipped, written }: Draft, refused: readonly Refused[]): PushedTable {
  const left = refused.flatMap(({ planned, detail }) =>
    planned.places.flatMap(({ table, key, field }): Skipped[] =>
      table === applied.table.name && key !== null ? [{ key, field, reason: 'refused', detail }] : [],
    ),
  );
  const incomplete = new Set(left.map(({ key }) => key));
  return { ...applied, skipped: [...skipped, ...left], written: written.filter((key) => !incomplete.has(key)) };
}
