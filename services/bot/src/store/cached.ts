import { type CachedTable, type CacheEntry } from '@opsheet/shared/contracts/cache';

/** What became of an entry: 'gap' says that the table has to be loaded. */
export type Applied = 'applied' | 'known' | 'gap';

/** All rows of a table as of one version, read in one transaction. */
export type Snapshot<Row> = { version: number; rows: ReadonlyMap<string, Row> };

/** One table in memory. Its version only grows (C1), except when the database itself has been replaced. */
export type Cached<Row> = {
  readonly table: CachedTable;
  /** −1 while nothing has come from PostgreSQL. */
  readonly version: () => number;
  /** The live rows: a plain map, read without copying. It is replaced as a whole by a load. */
  readonly rows: () => ReadonlyMap<string, Row>;
  readonly apply: (entry: CacheEntry) => Applied;
  /** Takes a snapshot unless something newer is here already, so that a slow load never undoes an invalidation. */
  readonly install: (snapshot: Snapshot<Row>) => void;
  /** Takes a snapshot whatever is here: for a database that was replaced by an older one. */
  readonly replace: (snapshot: Snapshot<Row>) => void;
  /** Rows from elsewhere, to serve until the first load. Ignored once there was one. */
  readonly lend: (rows: ReadonlyMap<string, Row>) => void;
};

export type RowRules<Row> = {
  /** Parses a row that came over the bus; null means that it is not one, and the table is loaded instead. */
  read: (row: unknown) => Row | null;
  /** Rows for which this is false are not kept, so that a look-up is a `Map.get` and nothing more. */
  isServed?: (row: Row) => boolean;
};

export function cached<Row>(table: CachedTable, { read, isServed = () => true }: RowRules<Row>): Cached<Row> {
  let version = -1;
  let rows = new Map<string, Row>();

  const served = (all: ReadonlyMap<string, Row>) => new Map([...all].filter(([, row]) => isServed(row)));

  function replace(snapshot: Snapshot<Row>): void {
    version = snapshot.version;
    rows = served(snapshot.rows);
  }

  return {
    table,
    version: () => version,
    rows: () => rows,
    replace,
    apply(entry) {
      if (entry.version <= version) return 'known';
      if (entry.since > version || entry.rows === 'all') return 'gap';
      const changes = entry.rows.map(({ key, row }) => ({
        key,
        row: row === null ? null : read(row),
        gone: row === null,
      }));
      if (changes.some(({ row, gone }) => row === null && !gone)) return 'gap';
      for (const { key, row } of changes) {
        if (row === null || !isServed(row)) rows.delete(key);
        else rows.set(key, row);
      }
      version = entry.version;
      return 'applied';
    },
    install(snapshot) {
      if (snapshot.version > version) replace(snapshot);
    },
    lend(lent) {
      if (version === -1) rows = served(lent);
    },
  };
}
