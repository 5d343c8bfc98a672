import type { Table } from '@opsheet/shared/reference/table';
import type {
  BaseChange,
  Conflict,
  DatabaseChange,
  EmptiedRow,
  MergeInput,
  Note,
  SheetChange,
  SheetRow,
  StrayRow,
} from './model.ts';

/** A plan in the making, with what it is made from. */
export type Draft = {
  readonly table: Table;
  readonly input: MergeInput;
  readonly toDatabase: DatabaseChange[];
  readonly toSheet: SheetChange[];
  readonly notes: Note[];
  readonly conflicts: Conflict[];
  readonly base: BaseChange[];
  errors: number;
};

export function newDraft(table: Table, input: MergeInput): Draft {
  return { table, input, toDatabase: [], toSheet: [], notes: [], conflicts: [], base: [], errors: 0 };
}

/** Has the row's Sync column say `text`, which is an error unless it is empty. */
export function noteRow(draft: Draft, row: SheetRow | StrayRow | EmptiedRow, text: string): void {
  if (text !== '') draft.errors += 1;
  if (text !== row.note) draft.notes.push({ position: row.position, key: row.key, text });
}
