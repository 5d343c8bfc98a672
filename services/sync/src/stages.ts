import type { CacheEntry } from '@opsheet/shared/contracts/cache';
import type { Table } from '@opsheet/shared/reference/table';
import type { SheetTable, TablePlan } from './merge/model.ts';
import type { TableState } from './state.ts';

/** A plan with what it was made from. */
export type PlannedTable = {
  readonly table: Table;
  readonly sheet: SheetTable;
  readonly state: TableState;
  readonly plan: TablePlan;
  /** Rows whose writes are set aside for now. */
  readonly parked: ReadonlySet<string>;
};

/** What was applied. `plan` lacks the rows that have moved on since: they wait for the next pass. */
export type AppliedTable = PlannedTable & {
  /** Rows changed in the database. */
  readonly changed: number;
  /** Key → version as it is now, of every row. */
  readonly versions: ReadonlyMap<string, number>;
  /** What caches may take once it is committed; null when no row changed. */
  readonly entry: CacheEntry | null;
};

/** The number of the pass and when its read began. */
export type PassStamp = { readonly pass: number; readonly at: Date };

/**
 * Why a cell was not written. A formula is left alone and wins; what Google refuses (a protected cell), or a row that
 * cannot be found, is tried again later and later; the others are for the next pass.
 */
export type SkipReason = 'formula' | 'refused' | 'edited meanwhile' | 'row gone' | 'row there already' | 'column moved';

/** `field` is null for a whole row. `detail` says why it was refused. */
export type Skipped = {
  readonly key: string;
  readonly field: string | null;
  readonly reason: SkipReason;
  readonly detail?: string;
};

/** `written`: the rows of which nothing was left out. */
export type PushedTable = AppliedTable & { readonly skipped: readonly Skipped[]; readonly written: readonly string[] };
