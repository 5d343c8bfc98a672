import { Migrator } from '@mikro-orm/migrations';
import { type EntityManager, MikroORM, type Options } from '@mikro-orm/postgresql';
import { describe } from '../runtime/errors.ts';
import { adviceFor } from './advice.ts';
import { entities } from './entities/all.ts';
import { migrations } from './migrations/all.ts';

/** A transaction's or a fork's entity manager: the only way to the data. */
export type Em = EntityManager;

export type Database = AsyncDisposable & {
  /** A fresh view; use one for each piece of work. */
  readonly em: () => Em;
  readonly orm: MikroORM;
  /** An error of this database in words, with what to do about it where that is known. */
  readonly explain: (error: unknown) => string;
};

/** How long a connection may take, in ms: a database that does not answer counts as away. */
const connectTimeoutMs = 2_000;
/** How long one statement may take, in ms, so that a stuck server is an error and not a silence. */
const statementTimeoutMs = 30_000;

/** How long an answer may take, in ms: a connection that has gone silent never says so itself. */
export const silenceTimeoutMs = 35_000;

type OpenOptions = { url: string; name: string; maxConnections?: number };

export const ormOptions = (url: string): Options => ({
  clientUrl: url,
  entities,
  extensions: [Migrator],
  migrations: { migrationsList: migrations, snapshot: false, silent: true, transactional: true, allOrNothing: true },
  // Times are instants; every session speaks UTC.
  timezone: 'Z',
  forceUtcTimezone: true,
});

/** Opens the pool. Connections are made when first needed, so a database that is away is met by the first query. */
export async function openDatabase({ url, name, maxConnections = 10 }: OpenOptions): Promise<Database> {
  const orm = await MikroORM.init({
    ...ormOptions(url),
    pool: { min: 0, max: maxConnections, idleTimeoutMillis: 30_000 },
    driverOptions: {
      application_name: name,
      connectionTimeoutMillis: connectTimeoutMs,
      statement_timeout: statementTimeoutMs,
      query_timeout: silenceTimeoutMs,
      keepAlive: true,
    },
    discovery: { warnWhenNoEntities: false },
  });
  return {
    em: () => orm.em.fork(),
    orm,
    explain: (error) => adviceFor(error, url) ?? describe(error),
    [Symbol.asyncDispose]: () => orm.close(),
  };
}
