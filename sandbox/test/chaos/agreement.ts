import { tables } from '@opsheet/shared/reference/tables/all';
import type { Table } from '@opsheet/shared/reference/table';
import type { Database, Row } from './database.ts';
import type { Deed, Journal } from './journal.ts';
import type { Workbook } from './workbook.ts';

/** What the sheet shows of a table: key → canonical values, and the rows that should not be there. */
export async function sheetRows(
  workbook: Workbook,
  table: Table,
): Promise<{ rows: Map<string, Row>; wrong: string[] }> {
  const rows = new Map<string, Row>();
  const wrong: string[] = [];
  for (const cells of (await workbook.rows(table.tab)).slice(1)) {
    if (cells.every((cell) => cell === '')) continue;
    const row = Object.fromEntries(
      table.columns.map(({ field, type }, place) => {
        const parsed = type.parse(cells[place]);
        return [field, parsed.ok ? parsed.value : `bad: ${parsed.reason}`];
      }),
    );
    const key = row[table.key] ?? '';
    if (rows.has(key)) wrong.push(`${table.tab} has ${key} twice`);
    const note = cells[table.columns.length];
    if (note !== undefined && note !== '') wrong.push(`${table.tab} ${key} has the note ${JSON.stringify(note)}`);
    rows.set(key, row);
  }
  return { rows, wrong };
}

/** S1: sheet, database and base are the same, with nothing sent and unseen. The differences, in words. */
export async function disagreements(workbook: Workbook, database: Database): Promise<string[]> {
  const found = await Promise.all(tables.map((table) => differencesIn(table, workbook, database)));
  return found.flat();
}

async function differencesIn(table: Table, workbook: Workbook, database: Database): Promise<string[]> {
  const { rows: sheet, wrong } = await sheetRows(workbook, table);
  const base = await database.base(table);
  const sent = base.filter((row) => row.unseen || Object.values(row.sent).some((values) => values.length > 0));
  return [
    ...wrong,
    ...sent.map(({ record_key: key }) => `${table.name} ${key}: the ledger is not empty`),
    ...differences(`${table.name}: sheet and database`, sheet, await database.rows(table)),
    ...differences(`${table.name}: sheet and base`, sheet, new Map(base.map((row) => [row.record_key, row.values]))),
  ];
}

function differences(what: string, one: ReadonlyMap<string, Row>, other: ReadonlyMap<string, Row>): string[] {
  const keys = [...new Set([...one.keys(), ...other.keys()])];
  return keys.flatMap((key) => {
    const [left, right] = [one.get(key), other.get(key)];
    if (!left || !right) return [`${what}: ${key} is in the ${left ? 'first' : 'second'} alone`];
    const fields = Object.keys(left).filter((field) => left[field] !== (right[field] ?? null));
    return fields.map((field) => `${what}: ${key} ${field} is ${left[field]} and ${right[field]}`);
  });
}

/** S3: accepted edits that are neither current, nor followed by a later deed, nor kept as a loser. */
export async function lostEdits(journal: Journal, database: Database): Promise<Deed[]> {
  const losers = new Set((await database.losers()).map((one) => cellText(one.table_name, one.record_key, one)));
  const current = new Map<string, ReadonlyMap<string, Row>>();
  for (const table of tables) current.set(table.name, await database.rows(table));
  return journal.deeds.filter((deed) => {
    const { kind, accepted, isExcused, table, key, field, value } = deed;
    if (kind !== 'edit' || accepted !== true || isExcused || field === null) return false;
    if (current.get(table)?.get(key)?.[field] === value || journal.isFollowed(deed)) return false;
    return !losers.has(cellText(table, key, { field, value }));
  });
}

const cellText = (table: string, key: string, { field, value }: { field: string; value: string | null }) =>
  `${table} ${key} ${field} ${value}`;

/**
 * Rows that people added and that are gone, or that they deleted and that are back, without anybody's doing. An edit in
 * Telegram that had not reached the sheet beats the deletion (S4); then the deletion is kept as the loser.
 */
export async function wrongRows(journal: Journal, database: Database): Promise<string[]> {
  const there = new Map<string, ReadonlyMap<string, Row>>();
  for (const table of tables) there.set(table.name, await database.rows(table));
  const losers = await database.losers();
  const wasBeaten = ({ table, key }: Deed) =>
    losers.some((one) => one.table_name === table && one.record_key === key && one.value === null);
  return journal.deeds.flatMap((deed) => {
    const { kind, table, key, accepted } = deed;
    const isThere = there.get(table)?.has(key) === true;
    if (accepted !== true || (kind !== 'insert' && kind !== 'delete')) return [];
    if (kind === 'insert') return isThere || journal.isFollowed(deed) ? [] : [`${key} was added and is gone`];
    return isThere && !journal.mayReturn(deed) && !wasBeaten(deed) ? [`${key} was deleted and is back`] : [];
  });
}
