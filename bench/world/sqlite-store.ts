import type { ReferenceRow } from '@opsheet/shared/contracts/reference';
import open from 'better-sqlite3';

/** A row as SQLite holds it: the same fields, side by side. */
export type FlatRow = {
  employeeId: string;
  hourlyWage: string;
  salesCommission: string;
  version: number;
  active: number;
};

/** The design of the original: employees in a SQLite file, read by a prepared statement. */
export function openSqliteStore(file: string, rows: Iterable<ReferenceRow>) {
  const database = open(file);
  database.pragma('journal_mode = WAL');
  // 256 MB: a peer that had to read the disk would be no fair one.
  database.pragma('cache_size = -262144');
  database.exec(`create table employee_settings (
    employeeId text primary key, hourlyWage text not null, salesCommission text not null,
    version integer not null, active integer not null) without rowid`);
  const insert = database.prepare('insert into employee_settings values (?, ?, ?, ?, ?)');
  database.exec('begin');
  for (const { key, version, active, values } of rows)
    insert.run(key, values['hourlyWage'], values['salesCommission'], version, active ? 1 : 0);
  database.exec('commit');
  const select = database.prepare('select * from employee_settings where employeeId = ?');
  // The columns are those of the table above.
  const getFlat = (key: string) => select.get(key) as FlatRow | undefined;
  return {
    getFlat,
    /** The row in the shape in which the store gives it. */
    get(key: string): ReferenceRow | undefined {
      const flat = getFlat(key);
      if (!flat) return undefined;
      const { employeeId, hourlyWage, salesCommission, version, active } = flat;
      return { key: employeeId, version, active: active === 1, values: { employeeId, hourlyWage, salesCommission } };
    },
    close: database.close.bind(database),
  };
}
