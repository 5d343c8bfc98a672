import type { Table } from '@opsheet/shared/reference/table';
import type {
  BaseRow,
  DatabaseRow,
  MergeInput,
  OpenConflict,
  ReadTimes,
  TablePlan,
  Values,
} from '../../src/merge/model.ts';
import { planTable } from '../../src/merge/plan.ts';
import { readTab } from '../../src/merge/read-tab.ts';
import { ladder } from './ladder.ts';

/** The three sides of the ladder's table, as short as a fact can be written. */
export type Sides = {
  /** Lines of `name low high motto wish tally`, and then the note. */
  readonly sheet?: readonly (readonly unknown[])[];
  readonly database?: readonly DatabaseRow[];
  readonly base?: readonly BaseRow[];
  readonly open?: readonly OpenConflict[];
  readonly times?: ReadTimes;
  readonly table?: Partial<Table>;
};

const header = [...ladder.columns.map((column) => column.header), 'Sync'];

/** `line('anna', 1, 9)` is what stands in the sheet when row('anna') agrees. */
export const line = (name: unknown, low: unknown = 1, high: unknown = 9, ...rest: unknown[]): unknown[] => [
  name,
  low,
  high,
  ...rest,
];

export const values = (key: string, over: Values = {}): Values => ({
  name: key,
  low: '1.00',
  high: '9.00',
  motto: null,
  wish: null,
  tally: null,
  ...over,
});

export const row = (key: string, over: Values = {}, meta: Partial<DatabaseRow> = {}): DatabaseRow => ({
  key,
  version: 7,
  active: true,
  modifiedAt: 500,
  values: values(key, over),
  ...meta,
});

export const agreed = (key: string, over: Values = {}, meta: Partial<BaseRow> = {}): BaseRow => ({
  key,
  values: values(key, over),
  sent: {},
  unseen: false,
  ...meta,
});

const byKey = <T extends { key: string }>(rows: readonly T[] = []) => new Map(rows.map((one) => [one.key, one]));

export function plan(sides: Sides): TablePlan {
  const table = { ...ladder, ...sides.table };
  const reading = readTab(table, [header, ...(sides.sheet ?? [])]);
  if (!reading.ok) throw new Error(reading.quarantine);
  const input: MergeInput = {
    sheet: reading.sheet,
    database: byKey(sides.database),
    base: byKey(sides.base),
    openConflicts: sides.open ?? [],
    times: sides.times ?? { lastCompleteReadAt: 1000, readAt: 2000 },
  };
  return planTable(table, input);
}

/** A plan that does nothing but what is given. */
export const planOf = (over: Partial<TablePlan> = {}): TablePlan => ({
  table: 'ranks',
  toDatabase: [],
  toSheet: [],
  notes: [],
  conflicts: [],
  base: [],
  errors: 0,
  ...over,
});
