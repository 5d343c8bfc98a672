import type { CellValue, ReferenceTable } from '../contracts/reference.ts';
import type { ColumnType } from './column.ts';

/** Who may change a column: a cell with one writer can never be in conflict. */
export type Writer = 'sheet' | 'database' | 'both';

/** One column: `field` in rows, its snake case in SQL, `header` in the tab's first row. */
export type Column = {
  readonly field: string;
  readonly header: string;
  readonly type: ColumnType;
  readonly writer: Writer;
  /** A row whose required cell is empty keeps its last good value and shows an error. */
  readonly required: boolean;
};

/**
 * How a cell that both sides changed is settled. With 'ask' both values stay until a person decides. The loser is
 * always kept.
 */
export type ConflictPolicy = 'newest wins' | 'sheet wins' | 'database wins' | 'ask';

/** A table that lives in the database and in a tab of the workbook. Adding one is one such file and one line in all.ts. */
export type Table = {
  readonly name: ReferenceTable;
  readonly tab: string;
  /** The field that identifies a row. A changed key is a delete and an insert. */
  readonly key: string;
  readonly columns: readonly Column[];
  readonly policy: ConflictPolicy;
  /** What becomes of a row in the database when it has gone from the sheet. */
  readonly whenGone: 'inactive' | 'removed';
  /** A rule over a whole row; the answer is an error in words for the owner, or null. */
  readonly check: (values: Readonly<Record<string, CellValue>>) => string | null;
};

/** The header of the column in which sync reports a row's errors. It is written by sync alone. */
export const noteHeader = 'Sync';

/** The SQL name of a field: `hourlyWage` → `hourly_wage`, `bonus1` → `bonus_1`. */
export const sqlName = (field: string): string => field.replace(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`);
