import type { CellValue } from '@opsheet/shared/contracts/reference';
import type { Writer } from '@opsheet/shared/reference/table';
import { type CellDecision, cellDecisions, type Settlement } from './decide.ts';

/** One cell as its three sides know it. */
export type CellMeeting = {
  readonly writer: Writer;
  /** Undefined when the two sides have never agreed. */
  readonly base: CellValue | undefined;
  /** What we wrote and have not seen since, oldest first. */
  readonly sent: readonly CellValue[];
  /** Undefined when the cell is bad. */
  readonly sheet: CellValue | undefined;
  /** The row as it stands in the sheet cannot be taken: an edit waits, unless the database has edited the cell too. */
  readonly suspended: boolean;
  readonly database: CellValue;
};

/** 'pull' takes `agreed` into the database, 'push' writes the database's value into the sheet. */
export type CellOutcome = {
  readonly move: 'nothing' | 'pull' | 'push';
  readonly agreed: CellValue | undefined;
  readonly sent: readonly CellValue[];
  readonly conflict: Settlement | null;
};

const none: readonly CellValue[] = [];

/**
 * Merges one cell. `settlement` is asked only in a conflict.
 *
 * The ledger of what we sent ends where it would begin to harm: an entry goes with the older ones when it is seen, and
 * all go when a person has written something else or nothing is left to push. A person who later writes the same value
 * by himself must not be taken for our echo.
 */
export function mergeCell(cell: CellMeeting, settlement: () => Settlement): CellOutcome {
  const { base, database, sheet } = cell;
  if (sheet === database) return quiet(database);

  const seen = sheet === undefined ? -1 : cell.sent.lastIndexOf(sheet);
  const agreed = seen === -1 ? base : sheet;
  const waits = cell.suspended && (cell.writer !== 'both' || agreed === undefined || database === agreed);
  const edit = waits || sheet === agreed ? undefined : sheet;
  switch (decide(cell, agreed, edit)) {
    case 'nothing':
      return quiet(agreed);
    case 'pull':
      return { move: 'pull', agreed: edit === undefined ? agreed : edit, sent: none, conflict: null };
    case 'push':
      return { move: 'push', agreed, sent: withLast(cell.sent.slice(seen + 1), database), conflict: null };
    case 'conflict':
      return settled(cell, settlement());
  }
}

function decide(cell: CellMeeting, agreed: CellValue | undefined, edit: CellValue | undefined): CellDecision {
  const { writer, sheet } = cell;
  // A bad cell keeps its last good value, and where there never was one it waits until it is mended; unless people
  // have no say in the column, when whatever they wrote is written over.
  const untouched = writer === 'database' ? sheet !== undefined && sheet === agreed : edit === undefined;
  if (untouched && agreed === undefined) return 'nothing';
  return cellDecisions[writer][untouched ? 'same' : 'changed'][cell.database === agreed ? 'same' : 'changed'];
}

/** Whoever wins, the sheet's value has been seen: it is base from now on, or the same conflict would be found again. */
function settled(cell: CellMeeting, conflict: Settlement): CellOutcome {
  const { base, database, sent, sheet } = cell;
  switch (conflict.winner) {
    case 'sheet':
      return { move: 'pull', agreed: sheet, sent: none, conflict };
    case 'database':
      return { move: 'push', agreed: sheet, sent: [database], conflict };
    case 'open':
      return { move: 'nothing', agreed: base, sent, conflict };
  }
}

const quiet = (agreed: CellValue | undefined): CellOutcome => ({ move: 'nothing', agreed, sent: none, conflict: null });

/** The ledger with `value` as the last that was sent. */
export const withLast = (sent: readonly CellValue[], value: CellValue): readonly CellValue[] => [
  ...sent.filter((one) => one !== value),
  value,
];
