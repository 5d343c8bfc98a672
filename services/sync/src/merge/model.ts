import type { CellValue, ReferenceTable } from '@opsheet/shared/contracts/reference';
import type { Parsed } from '@opsheet/shared/reference/column';

/** Field → canonical value. */
export type Values = Readonly<Record<string, CellValue>>;

/** A row of a tab that was read completely. `position` is the row's number in the sheet, the header being 1. */
export type SheetRow = {
  readonly key: string;
  readonly position: number;
  /** Every field of the table; a bad cell carries its reason. */
  readonly cells: Readonly<Record<string, Parsed>>;
  /** What stands in the row's Sync column ('' when empty or when there is no such column). */
  readonly note: string;
};

/** A row that has no usable key: its key cell is bad or empty, or another row has the same key. */
export type StrayRow = {
  readonly position: number;
  /** The key, when it could be read (a duplicate). */
  readonly key: string | null;
  readonly reason: string;
  readonly note: string;
};

/** A row with nothing left in it but a text in its Sync column: people emptied it, or dragged its cells elsewhere. */
export type EmptiedRow = { readonly position: number; readonly key: null; readonly note: string };

/** Where the columns stand, 0 being column A. `note` is null when the tab has no Sync column. */
export type Layout = {
  readonly columns: Readonly<Record<string, number>>;
  readonly note: number | null;
  readonly width: number;
};

/** `rows` stand in the order of their positions. */
export type SheetTable = {
  readonly layout: Layout;
  readonly rows: ReadonlyMap<string, SheetRow>;
  readonly strays: readonly StrayRow[];
  readonly emptied: readonly EmptiedRow[];
};

/** A tab, or why nothing may be concluded from it. */
export type TabReading = { ok: true; sheet: SheetTable } | { ok: false; quarantine: string };

/** A retired row is there with `active` false, or not at all. A required field is never null. */
export type DatabaseRow = {
  readonly key: string;
  readonly version: number;
  readonly active: boolean;
  readonly values: Values;
  /** When people or the bot last changed it, ms since the epoch. */
  readonly modifiedAt: number;
};

/**
 * What both sides last agreed on. `values` lacks a field that was never agreed. `sent` holds, per field, the values
 * that we wrote and have not seen since, oldest first; they count as base too. While a row that we appended or deleted
 * is `unseen`, its absence is our doing and not a person's deletion.
 */
export type BaseRow = {
  readonly key: string;
  readonly values: Values;
  readonly sent: Readonly<Record<string, readonly CellValue[]>>;
  readonly unseen: boolean;
};

/** A conflict that waits for a person: while both values stand as recorded it is not raised again. */
export type OpenConflict = {
  readonly key: string;
  readonly field: string;
  readonly sheetValue: CellValue;
  readonly databaseValue: CellValue;
};

/** Times in ms since the epoch. A sheet edit happened between the last complete read and this one. */
export type ReadTimes = { readonly lastCompleteReadAt: number | null; readonly readAt: number };

export type MergeInput = {
  readonly sheet: SheetTable;
  readonly database: ReadonlyMap<string, DatabaseRow>;
  readonly base: ReadonlyMap<string, BaseRow>;
  readonly openConflicts: readonly OpenConflict[];
  readonly times: ReadTimes;
};

/** `seenVersion` is the version the plan saw; apply leaves a row that has moved since for the next pass. */
export type DatabaseChange =
  | { readonly kind: 'insert'; readonly key: string; readonly values: Values; readonly seenVersion: number | null }
  | { readonly kind: 'update'; readonly key: string; readonly values: Values; readonly seenVersion: number }
  | { readonly kind: 'retire'; readonly key: string; readonly seenVersion: number };

/**
 * `expected` is what stood in the cells when the plan was made: a cell that shows something else is left alone, and so
 * is a row that is to be deleted.
 */
export type SheetChange =
  | {
      readonly kind: 'update';
      readonly key: string;
      readonly values: Values;
      readonly expected: Readonly<Record<string, Parsed>>;
    }
  | { readonly kind: 'append'; readonly key: string; readonly values: Values }
  | { readonly kind: 'delete'; readonly key: string; readonly expected: Readonly<Record<string, Parsed>> };

/** A text for the row's Sync column; '' clears it. `key` is null for a row without a usable key. */
export type Note = { readonly position: number; readonly key: string | null; readonly text: string };

/** `decidable` is false when nobody can say which edit was the newer; `withinWindow`: less than one hour apart. */
export type Conflict = {
  readonly key: string;
  readonly field: string;
  readonly base: CellValue;
  readonly sheetValue: CellValue;
  readonly databaseValue: CellValue;
  readonly winner: 'sheet' | 'database' | 'open';
  readonly decidable: boolean;
  readonly withinWindow: boolean;
};

/** What the base of a row becomes when the plan is applied; `null` forgets the row. */
export type BaseChange = { readonly key: string; readonly row: BaseRow | null };

export type TablePlan = {
  readonly table: ReferenceTable;
  readonly toDatabase: readonly DatabaseChange[];
  readonly toSheet: readonly SheetChange[];
  readonly notes: readonly Note[];
  readonly conflicts: readonly Conflict[];
  readonly base: readonly BaseChange[];
  /** Rows whose Sync column shows an error after this pass. */
  readonly errors: number;
};
