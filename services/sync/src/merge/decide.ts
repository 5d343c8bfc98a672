import type { ConflictPolicy, Writer } from '@opsheet/shared/reference/table';
import type { Conflict, ReadTimes } from './model.ts';

/** How a side stands to what both last agreed on. */
export type CellSide = 'same' | 'changed';
export type RowSide = CellSide | 'gone';

/** 'pull' takes the sheet's value into the database, 'push' the database's into the sheet. */
export type CellDecision = 'nothing' | 'pull' | 'push' | 'conflict';

export type RowDecision = 'merge cells' | 'retire' | 'delete in sheet' | 'insert again' | 'append again' | 'forget';

/** Every meeting of the two sides of a cell that differ, sheet first. With one writer there is nothing to settle. */
export const cellDecisions = {
  both: {
    same: { same: 'nothing', changed: 'push' },
    changed: { same: 'pull', changed: 'conflict' },
  },
  sheet: {
    same: { same: 'nothing', changed: 'pull' },
    changed: { same: 'pull', changed: 'pull' },
  },
  database: {
    same: { same: 'nothing', changed: 'push' },
    changed: { same: 'push', changed: 'push' },
  },
} as const satisfies Record<Writer, Record<CellSide, Record<CellSide, CellDecision>>>;

/**
 * Every meeting of the two sides of a row that both have known, sheet first. An edit beats a deletion. A row without a
 * base needs no decision: it is new on the side that has it.
 */
export const knownRows = {
  same: { same: 'merge cells', changed: 'merge cells', gone: 'delete in sheet' },
  changed: { same: 'merge cells', changed: 'merge cells', gone: 'insert again' },
  gone: { same: 'retire', changed: 'append again', gone: 'forget' },
} as const satisfies Record<RowSide, Record<RowSide, RowDecision>>;

const conflictWindowMs = 3_600_000;

/** Two edits less than an hour apart are shown to people as a conflict; the loser is kept in any case. */
export const isWithinWindow = (oneAt: number, otherAt: number): boolean => Math.abs(oneAt - otherAt) < conflictWindowMs;

export type Settlement = Pick<Conflict, 'winner' | 'decidable' | 'withinWindow'>;

/**
 * Who wins a cell that both sides changed, the database at `modifiedAt`. A sheet does not say when it was edited, only
 * that it was after the last complete read and not after this one; a database edit in between is undecidable.
 */
export function settle(policy: ConflictPolicy, modifiedAt: number, times: ReadTimes): Settlement {
  const withinWindow = isWithinWindow(modifiedAt, times.readAt);
  if (policy === 'newest wins') return { ...newest(modifiedAt, times), withinWindow };
  return { winner: winners[policy], decidable: true, withinWindow };
}

const winners = {
  'sheet wins': 'sheet',
  'database wins': 'database',
  ask: 'open',
} as const satisfies Record<Exclude<ConflictPolicy, 'newest wins'>, Conflict['winner']>;

function newest(modifiedAt: number, times: ReadTimes): Pick<Settlement, 'winner' | 'decidable'> {
  if (modifiedAt > times.readAt) return { winner: 'database', decidable: true };
  const { lastCompleteReadAt } = times;
  return { winner: 'sheet', decidable: lastCompleteReadAt !== null && modifiedAt <= lastCompleteReadAt };
}
