import { type CachedTable, cachedTables } from '@opsheet/shared/contracts/cache';
import type { ReferenceRow, ReferenceTable } from '@opsheet/shared/contracts/reference';
import type { Database, Em } from '@opsheet/shared/database/open';
import { loadRows } from '@opsheet/shared/reference/rows';
import { tableNamed } from '@opsheet/shared/reference/tables/all';
import { KnownPerson } from '../people/person.ts';
import type { Snapshot } from './cached.ts';

/** What the store reads from PostgreSQL. Everything rejects while it is away. */
export type Source = {
  /** The version of every table now. */
  versions: () => Promise<ReadonlyMap<CachedTable, number>>;
  /** Rows and their version as of one moment. */
  reference: (table: ReferenceTable) => Promise<Snapshot<ReferenceRow>>;
  people: () => Promise<Snapshot<KnownPerson>>;
};

export function databaseSource(database: Database): Source {
  /** One snapshot for the version and the rows, so that neither is ahead of the other. */
  const atOnce = <Row>(table: CachedTable, read: (tx: Em) => Promise<Map<string, Row>>): Promise<Snapshot<Row>> =>
    database.em().transactional(
      async (tx) => {
        const version = (await readVersions(tx)).get(table);
        if (version === undefined) throw new Error(`cache_version has no row for ${table}: run the migrations`);
        return { version, rows: await read(tx) };
      },
      { isolationLevel: 'repeatable read', readOnly: true },
    );
  return {
    versions: () => readVersions(database.em()),
    reference: (table) =>
      atOnce(table, async (tx) => {
        const rows = await loadRows(tx, tableNamed[table]);
        return new Map(rows.map(({ key, version, active, values }) => [key, { key, version, active, values }]));
      }),
    people: () => atOnce('people', readPeople),
  };
}

async function readVersions(em: Em): Promise<Map<CachedTable, number>> {
  const rows = await em.execute<{ table_name: string; version: string }[]>(
    'select table_name, version from cache_version',
  );
  const found = new Map(rows.map((row) => [row.table_name, Number(row.version)]));
  return new Map(cachedTables.map((table) => [table, found.get(table) ?? 0]));
}

async function readPeople(tx: Em): Promise<Map<string, KnownPerson>> {
  const rows = await tx.execute<({ id: string } & Record<string, unknown>)[]>(
    `select telegram_id::text as id, first_name as "firstName", username, language from people`,
  );
  return new Map(rows.map(({ id, ...row }) => [id, KnownPerson.parse(row)]));
}
