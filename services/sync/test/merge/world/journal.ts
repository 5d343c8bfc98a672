import type { CellValue } from '@opsheet/shared/contracts/reference';
import type { Conflict } from '../../../src/merge/model.ts';

export type Side = 'sheet' | 'database';
export type Cell = { readonly key: string; readonly field: string; readonly value: CellValue };
type Entry = Cell & { readonly at: number };
type RowEntry = { readonly key: string; readonly side: Side; readonly at: number };

/** What people and the bot did, and what may excuse that an edit is no longer there: the witness of S3 and S4. */
export type Journal = ReturnType<typeof newJournal>;

export function newJournal() {
  let at = 0;
  const edits: Entry[] = [];
  const overwritten: Entry[] = [];
  const losers: Entry[] = [];
  const excused: Entry[] = [];
  const written: Record<Side, Entry[]> = { sheet: [], database: [] };
  const insertions: RowEntry[] = [];
  const deletions: (RowEntry & { isKnown: boolean })[] = [];
  const returns: { key: string; at: number }[] = [];
  const conflicts: (Conflict & { at: number })[] = [];
  const falseConflicts: Conflict[] = [];
  const astrayKeys = new Set<string>();
  const doubtfulKeys = new Set<string>();

  const noteIn = (list: Entry[]) => (cell: Cell) => void list.push({ ...cell, at: (at += 1) });
  const wasWritten = (side: Side, { key, field, value }: Cell, since = 0) =>
    written[side].some((one) => one.at > since && one.key === key && one.field === field && one.value === value);
  const isAfter = (edit: Entry) => (entry: Entry) =>
    entry.at > edit.at && entry.key === edit.key && entry.field === edit.field && entry.value === edit.value;

  return {
    /** An accepted edit: the value that somebody meant the cell to have. */
    edit: noteIn(edits),
    /** Somebody overwrote or deleted the cell while it showed this value to him. */
    overwrite: noteIn(overwritten),
    /**
     * Nothing is promised for the value: it fell into the window between re-read and write, which the Sheets API leaves
     * open, or it is by chance what is on its way from the other side.
     */
    excuse: noteIn(excused),
    /** The value got into the cell by somebody's hand on this side, and not by a pass. */
    write: (side: Side, cell: Cell) => noteIn(written[side])(cell),
    /** A write of ours landed after a later read, or hit a wrong row: nothing is promised but that all will agree. */
    astray: (key: string) => void astrayKeys.add(key),
    insertion: (side: Side, key: string) => void insertions.push({ key, side, at: (at += 1) }),
    /** `isKnown`: both sides had the row, so that it must not come back. */
    deletion: (side: Side, key: string, isKnown: boolean) => void deletions.push({ key, side, isKnown, at: (at += 1) }),
    /** From here on the row's absence is no sign that somebody deleted it. */
    mayReturn: (key: string) => void returns.push({ key, at: (at += 1) }),
    /**
     * A recorded conflict. It is a false one when a hand wrote but one of its values, or when it was found before;
     * unless an edit of this row was by chance what a write that hit a wrong row would look like.
     */
    conflict: (found: Conflict, looksMisplaced: boolean) => {
      const { key, field, sheetValue, databaseValue, winner } = found;
      const typed = { key, field, value: sheetValue };
      const told = { key, field, value: databaseValue };
      if (winner !== 'sheet') noteIn(losers)(typed);
      if (winner !== 'database') noteIn(losers)(told);
      const since = conflicts.findLast((one) => isSameConflict(one, found))?.at;
      const isNews = since === undefined || wasWritten('sheet', typed, since) || wasWritten('database', told, since);
      const isReal =
        (sheetValue === null || wasWritten('sheet', typed)) && (databaseValue === null || wasWritten('database', told));
      if (looksMisplaced) doubtfulKeys.add(key);
      if (!isReal || !isNews) falseConflicts.push(found);
      conflicts.push({ ...found, at: (at += 1) });
    },
    lost: (current: (key: string, field: string) => CellValue | undefined) =>
      edits.filter((edit) => {
        if (current(edit.key, edit.field) === edit.value || astrayKeys.has(edit.key)) return false;
        return ![overwritten, losers, excused].some((list) => list.some(isAfter(edit)));
      }),
    falseConflicts: () => falseConflicts.filter(({ key }) => !astrayKeys.has(key) && !doubtfulKeys.has(key)),
    /** Deleted rows that are back though nobody inserted them again and no conflict says why. */
    resurrected: (isThere: (key: string) => boolean) =>
      deletions.filter((deletion) => {
        if (!deletion.isKnown || !isThere(deletion.key) || astrayKeys.has(deletion.key)) return false;
        return ![...insertions, ...returns, ...losers].some(({ key, at }) => key === deletion.key && at > deletion.at);
      }),
    /** Inserted rows that are gone though the other side never deleted them, nor the same side since. */
    vanished: (isThere: (key: string) => boolean) =>
      insertions.filter((insertion) => {
        if (isThere(insertion.key) || astrayKeys.has(insertion.key)) return false;
        return !deletions.some(
          ({ key, side, at }) => key === insertion.key && (side !== insertion.side || at > insertion.at),
        );
      }),
    counts: () => ({
      edits: edits.length,
      conflicts: conflicts.length,
      excused: excused.length,
      astrayRows: astrayKeys.size,
    }),
  };
}

/** An empty value may be a cleared cell or a deleted row: two such need not be the same conflict. */
const isSameConflict = (one: Conflict, other: Conflict) =>
  one.key === other.key &&
  one.field === other.field &&
  one.sheetValue !== null &&
  one.sheetValue === other.sheetValue &&
  one.databaseValue !== null &&
  one.databaseValue === other.databaseValue &&
  one.winner === other.winner;
