import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@opsheet/shared/database/migrate';
import { openDatabase } from '@opsheet/shared/database/open';
import { findNatsServer } from './infrastructure/nats.ts';
import { startPostgres } from './infrastructure/postgres.ts';

/**
 * Runs a command beside a PostgreSQL of its own and with a nats-server found: `node sandbox/with-servers.ts ava`.
 * The command gets TEST_DATABASE_URL, an administrator's address, and NATS_SERVER, the binary. The server holds a
 * database `template` with the present schema, from which each test file copies its own. It is not durable.
 */
const [command, ...args] = process.argv.slice(2);
if (!command) throw new Error('usage: node sandbox/with-servers.ts COMMAND [ARGUMENT …]');

const directory = await mkdtemp(join(tmpdir(), 'opsheet-test-'));
const nats = await findNatsServer({ progress: (line) => console.log(`opsheet: ${line}`) });
const postgres = await startPostgres({ directory, settings: { fsync: 'off', full_page_writes: 'off' } });
try {
  await makeTemplate();
  const env = { ...process.env, TEST_DATABASE_URL: postgres.url('postgres'), NATS_SERVER: nats };
  const child = spawn(command, args, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  const [code] = (await once(child, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
} finally {
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}

async function makeTemplate(): Promise<void> {
  await using admin = await openDatabase({ url: postgres.url('postgres'), name: 'tests' });
  await admin.em().execute('create database template');
  await using template = await openDatabase({ url: postgres.url('template'), name: 'tests' });
  await migrate(template.orm);
}
