import type { CellValue } from '@opsheet/shared/contracts/reference';
import type { Table } from '@opsheet/shared/reference/table';
import { settle } from './decide.ts';
import { type Draft, noteRow } from './draft.ts';
import { type CellOutcome, mergeCell } from './merge-cell.ts';
import type { BaseRow, Conflict, DatabaseRow, SheetRow } from './model.ts';
import { badCells, joined } from './row-values.ts';

/** A row that stands on both sides. */
export type RowMeeting = {
  readonly sheet: SheetRow;
  readonly database: DatabaseRow;
  readonly base: BaseRow | undefined;
};

/**
 * Merges a row cell by cell. The database takes no row that breaks the table's rule, be it that a person typed it so or
 * that two edits do not fit together: then the sheet's edits wait where they stand and the row's note says why.
 */
export function mergeRow(draft: Draft, row: RowMeeting): void {
  if (isSettled(draft.table, row)) return;
  const merged = mergeCells(draft, row, false);
  const error = brokenRule(draft, row, merged);
  record(draft, row, error === null ? merged : mergeCells(draft, row, true));
  noteRow(draft, row.sheet, joined(badCells(draft.table, row.sheet), error ?? ''));
}

/** The case of nearly every row of nearly every pass: all sides agree and there is nothing to say. */
function isSettled(table: Table, { sheet, database, base }: RowMeeting): boolean {
  if (!base || base.unseen || sheet.note !== '') return false;
  for (const { field } of table.columns) {
    const cell = sheet.cells[field];
    if (!cell?.ok || cell.value !== database.values[field] || cell.value !== base.values[field]) return false;
    if (base.sent[field] !== undefined) return false;
  }
  return true;
}

type Outcomes = ReadonlyMap<string, CellOutcome>;

function mergeCells(draft: Draft, { sheet, database, base }: RowMeeting, suspended: boolean): Outcomes {
  const { input, table } = draft;
  const outcomes = new Map<string, CellOutcome>();
  for (const { field, writer } of table.columns) {
    const cell = sheet.cells[field];
    const meeting = {
      writer,
      base: base?.values[field],
      sent: base?.sent[field] ?? [],
      sheet: cell?.ok ? cell.value : undefined,
      suspended,
      database: database.values[field] ?? null,
    };
    outcomes.set(
      field,
      mergeCell(meeting, () => {
        // What cannot be taken cannot win; as a recorded loser it is not lost.
        const policy = suspended ? 'database wins' : table.policy;
        return settle(policy, database.modifiedAt, input.times);
      }),
    );
  }
  return outcomes;
}

function brokenRule({ table }: Draft, { database }: RowMeeting, outcomes: Outcomes): string | null {
  const pulled = pulledValues(outcomes);
  return pulled === null ? null : table.check({ ...database.values, ...pulled });
}

function record(draft: Draft, row: RowMeeting, outcomes: Outcomes): void {
  const { key, version } = row.database;
  const pulled = pulledValues(outcomes);
  if (pulled !== null) draft.toDatabase.push({ kind: 'update', key, values: pulled, seenVersion: version });
  recordPush(draft, row, outcomes);
  recordConflicts(draft, row, outcomes);
  recordBase(draft, row, outcomes);
}

function pulledValues(outcomes: Outcomes): Record<string, CellValue> | null {
  const values: Record<string, CellValue> = {};
  let some = false;
  for (const [field, { move, agreed }] of outcomes) {
    if (move !== 'pull' || agreed === undefined) continue;
    values[field] = agreed;
    some = true;
  }
  return some ? values : null;
}

function recordPush(draft: Draft, { sheet, database }: RowMeeting, outcomes: Outcomes): void {
  const fields = [...outcomes].filter(([, { move }]) => move === 'push').map(([field]) => field);
  if (fields.length === 0) return;
  draft.toSheet.push({
    kind: 'update',
    key: sheet.key,
    values: pick(database.values, fields),
    expected: pick(sheet.cells, fields),
  });
}

function pick<T>(record: Readonly<Record<string, T>>, fields: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([field]) => fields.includes(field)));
}

function recordConflicts(draft: Draft, { sheet, database, base }: RowMeeting, outcomes: Outcomes): void {
  for (const [field, { conflict }] of outcomes) {
    const cell = sheet.cells[field];
    if (conflict === null || !cell?.ok) continue;
    const found: Conflict = {
      key: sheet.key,
      field,
      base: base?.values[field] ?? null,
      sheetValue: cell.value,
      databaseValue: database.values[field] ?? null,
      ...conflict,
    };
    if (!isOpenAlready(draft, found)) draft.conflicts.push(found);
  }
}

function isOpenAlready({ input }: Draft, found: Conflict): boolean {
  if (found.winner !== 'open') return false;
  return input.openConflicts.some(
    (open) =>
      open.key === found.key &&
      open.field === found.field &&
      open.sheetValue === found.sheetValue &&
      open.databaseValue === found.databaseValue,
  );
}

function recordBase(draft: Draft, { sheet, base }: RowMeeting, outcomes: Outcomes): void {
  const values: Record<string, CellValue> = {};
  const sent: Record<string, readonly CellValue[]> = {};
  let moved = base === undefined || base.unseen;
  for (const [field, outcome] of outcomes) {
    const before = base?.sent[field] ?? [];
    if (outcome.agreed !== undefined) values[field] = outcome.agreed;
    if (outcome.sent.length > 0) sent[field] = outcome.sent;
    moved ||= outcome.agreed !== base?.values[field] || !isSameList(outcome.sent, before);
  }
  if (moved) draft.base.push({ key: sheet.key, row: { key: sheet.key, values, sent, unseen: false } });
}

const isSameList = (a: readonly CellValue[], b: readonly CellValue[]) =>
  a.length === b.length && a.every((value, index) => value === b[index]);
