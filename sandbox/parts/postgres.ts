import { migrateAt } from '@opsheet/shared/database/migrate-at';
import { openSession } from '@opsheet/shared/database/session';
import { type Postgres, startPostgres } from '../infrastructure/postgres.ts';
import { supervise } from '../supervisor/supervise.ts';
import type { ProvidedServer } from './provided-server.ts';
import type { Stage } from './stage.ts';

/** A migrated database `opsheet`: the real one, or that of a server which is kept alive. */
export async function providePostgres(stage: Stage, stack: AsyncDisposableStack): Promise<ProvidedServer> {
  const { databaseUrl } = stage.settings;
  const database = databaseUrl === undefined ? await embedded(stage, stack) : { url: databaseUrl, process: null };
  const ran = await migrateAt(database.url, 'sandbox');
  if (ran.length > 0) stage.say(`database: migrated by ${ran.join(', ')}`);
  return database;
}

async function embedded(stage: Stage, stack: AsyncDisposableStack): Promise<ProvidedServer> {
  const { folder, processes, say, clock } = stage;
  say('PostgreSQL: starting');
  let server: Postgres | undefined;
  const process = stack.use(
    await supervise({
      name: 'PostgreSQL',
      say,
      clock,
      // The same port each time: the services know it.
      async start() {
        server = await startPostgres({ directory: folder.postgres, ...(server && { port: server.port }) });
        return { ...server, ended: server.ended.then((code) => (code === null ? 'a signal' : `status ${code}`)) };
      },
      // SIGTERM would wait for every session to end by itself.
      started: (pid) => processes.note('PostgreSQL', pid, 'SIGINT'),
    }),
  );
  if (!server) throw new Error('PostgreSQL was started, and is not there');
  await createDatabase(server.url('postgres'));
  return { url: server.url('opsheet'), process };
}

async function createDatabase(adminUrl: string): Promise<void> {
  await using session = await openSession({ url: adminUrl, name: 'sandbox' });
  const found = await session.query(`select 1 from pg_database where datname = 'opsheet'`);
  if (found.length === 0) await session.query('create database opsheet');
}
