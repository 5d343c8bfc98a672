import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@opsheet/shared/database/migrate';
import { openDatabase } from '@opsheet/shared/database/open';
import { openSession } from '@opsheet/shared/database/session';
import { findNatsServer, startNatsServer } from '../../sandbox/infrastructure/nats.ts';
import { startPostgres } from '../../sandbox/infrastructure/postgres.ts';

/** A folder that goes when the stack is disposed. */
export async function temporaryFolder(stack: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'opsheet-bench-'));
  stack.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** A PostgreSQL with the durable settings of production and the present schema; gives the address of its database. */
export async function postgresServer(stack: AsyncDisposableStack): Promise<string> {
  const directory = join(await temporaryFolder(stack), 'postgres');
  const server = await startPostgres({ directory });
  stack.defer(server.stop);
  {
    await using admin = await openSession({ url: server.url('postgres'), name: 'bench' });
    await admin.query('create database opsheet');
  }
  const url = server.url('opsheet');
  await using database = await openDatabase({ url, name: 'bench' });
  await migrate(database.orm);
  return url;
}

/** A nats-server that keeps its stream on disk; gives its address and version. */
export async function natsServer(stack: AsyncDisposableStack): Promise<{ url: string; version: string }> {
  const storeDir = join(await temporaryFolder(stack), 'nats');
  await mkdir(storeDir);
  const binary = await findNatsServer({ progress: (line) => console.log(`  ${line}`) });
  const server = stack.use(await startNatsServer({ binary, port: 0, storeDir }));
  return { url: server.url, version: server.version };
}
