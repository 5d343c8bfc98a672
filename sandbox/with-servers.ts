import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@opsheet/shared/database/migrate';
import { openDatabase } from '@opsheet/shared/database/open';
import { findNatsServer } from './infrastructure/nats.ts';
import { startPostgres } from './infrastructure/postgres.ts';
import { ledgerVariables, sumLedger } from './telegram/conformance/ledger.ts';
import { loadSpecification } from './telegram/conformance/specification.ts';
import { verdictOn } from './telegram/conformance/verdict.ts';

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
const ledger = join(directory, 'bot-api');
try {
  await makeTemplate();
  await mkdir(ledger);
  const servers = { TEST_DATABASE_URL: postgres.url('postgres'), NATS_SERVER: nats };
  const env = { ...process.env, ...servers, ...ledgerVariables(ledger) };
  const child = spawn(command, args, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  const [code] = (await once(child, 'exit')) as [number | null];
  const verdict = verdictOn(sumLedger(ledger), loadSpecification() !== undefined);
  verdict.lines.forEach((line) => console.log(line));
  process.exitCode = verdict.ok ? (code ?? 1) : code || 1;
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
