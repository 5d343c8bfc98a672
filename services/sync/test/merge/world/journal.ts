import type { CellValue } from '@opsheet/shared/contracts/reference';

export type Cell = { readonly key: string; readonly field: string; readonly value: CellValue };
type Entry = Cell & { readonly at: number };
type Deletion = { readonly key: string; readonly at: number };

/** What people and the bot did, and what may excuse that an edit is no longer there: the witness of S3. */
export type Journal = {
  /** An accepted edit: the value that somebody meant the cell to have. */
  readonly edit: (cell: Cell) => void;
  /** Somebody overwrote or deleted the cell while it showed this value to him. */
  readonly overwrite: (cell: Cell) => void;
  /** The value is kept in a conflict. */
  readonly loser: (cell: Cell) => void;
  /**
   * Nothing is promised for the value: it fell into the window between re-read and write, which the Sheets API leaves
   * open, or it is by chance what is on its way from the other side.
   */
  readonly excuse: (cell: Cell) => void;
  /** A write of ours landed after a later read: nothing is promised for the row. */
  readonly late: (key: string) => void;
  /** A row that both sides knew was deleted. */
  readonly deletion: (key: string) => void;
  /** The row was inserted, or from here on its absence is no sign that somebody deleted it. */
  readonly mayReturn: (key: string) => void;
  readonly lost: (current: (key: string, field: string) => CellValue | undefined) => Entry[];
  /** Deleted rows that are back though nobody inserted them again and no conflict says why. */
  readonly resurrected: (isThere: (key: string) => boolean) => Deletion[];
  readonly counts: () => { edits: number; losers: number; excused: number; lateRows: number };
};

export function newJournal(): Journal {
  let at = 0;
  const edits: Entry[] = [];
  const overwritten: Entry[] = [];
  const losers: Entry[] = [];
  const excused: Entry[] = [];
  const deletions: Deletion[] = [];
  const returns: Deletion[] = [];
  const lateKeys = new Set<string>();
  const adder = (list: Entry[]) => (cell: Cell) => void list.push({ ...cell, at: (at += 1) });
  const isAfter = (edit: Entry) => (entry: Entry) =>
    entry.at > edit.at && entry.key === edit.key && entry.field === edit.field && entry.value === edit.value;
  return {
    edit: adder(edits),
    overwrite: adder(overwritten),
    loser: adder(losers),
    excuse: adder(excused),
    late: (key) => void lateKeys.add(key),
    deletion: (key) => void deletions.push({ key, at: (at += 1) }),
    mayReturn: (key) => void returns.push({ key, at: (at += 1) }),
    lost: (current) =>
      edits.filter((edit) => {
        if (current(edit.key, edit.field) === edit.value || lateKeys.has(edit.key)) return false;
        return ![overwritten, losers, excused].some((list) => list.some(isAfter(edit)));
      }),
    resurrected: (isThere) =>
      deletions.filter((deletion) => {
        if (!isThere(deletion.key) || lateKeys.has(deletion.key)) return false;
        return ![...returns, ...losers].some(({ key, at }) => key === deletion.key && at > deletion.at);
      }),
    counts: () => ({
      edits: edits.length,
      losers: losers.length,
      excused: excused.length,
      lateRows: lateKeys.size,
    }),
  };
}
