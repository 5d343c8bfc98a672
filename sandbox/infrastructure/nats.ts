import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe } from '@opsheet/shared/runtime/errors';
import { stopChild } from './child.ts';
import { ownSuite } from './debian-package.ts';
import { isProgram, natsServerPackage, type Progress, versionOf } from './nats-package.ts';

/** Where a release of Debian is followed by one whose nats-server is newer and runs here too. */
const nextSuite: Readonly<Record<string, string>> = { bookworm: 'trixie' };

/**
 * The path of a nats-server: NATS_SERVER, else the one on PATH, else the one in our cache, else the distribution's
 * package, fetched into the cache. Throws an error that says what to install.
 */
export async function findNatsServer({ progress }: { progress: Progress }): Promise<string> {
  const named = process.env['NATS_SERVER'];
  if (named) {
    if (await isProgram(named)) return named;
    throw new Error(
      `NATS_SERVER is ${named}, which is not a program. Set it to the path of a nats-server, or unset it.`,
    );
  }
  const installed = await onPath('nats-server');
  if (installed) return installed;
  try {
    return await natsServerPackage({ progress });
  } catch (error) {
    throw new Error(
      'There is no nats-server here and it could not be fetched. Install it (Debian and Ubuntu: apt install ' +
        'nats-server; macOS: brew install nats-server), set NATS_SERVER to the path of one, or set NATS_URL to a ' +
        'server that runs.',
      { cause: error },
    );
  }
}

/**
 * Every version that the bus is tested against: the machine's own and, where its archive has one, a newer. `missing`
 * says which could not be had, and why.
 */
export async function natsServersForTests({ progress }: { progress: Progress }) {
  const found = [await findNatsServer({ progress })];
  const missing: string[] = [];
  const suite = nextSuite[(await ownSuite()) ?? ''];
  if (suite) {
    try {
      found.push(await natsServerPackage({ suite, progress }));
    } catch (error) {
      missing.push(`the nats-server of ${suite} is skipped: ${describe(error)}`);
    }
  }
  const versions = new Map<string, string>();
  for (const binary of found) versions.set(await versionOf(binary), binary);
  return { servers: [...versions].map(([version, binary]) => ({ version, binary })), missing };
}

/** A nats-server that this process started on 127.0.0.1, with JetStream. */
export type NatsServer = AsyncDisposable & {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly version: string;
  /** Resolves when the server ends, whoever ended it. */
  readonly ended: Promise<void>;
  /** Ends it and waits until it is gone. 'SIGKILL' is a power failure. */
  stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>;
};

/** A clean end takes milliseconds; this is for a disk that hangs. */
const graceMs = 3_000;

type Start = {
  binary: string;
  /** 0: any free port. */
  port: number;
  /** Where JetStream keeps its files; without it they go with the server. */
  storeDir?: string;
  /** A process group of its own: Ctrl-C at the terminal does not reach it, its parent stops it when it is time. */
  ownGroup?: boolean;
};

/** Resolves when the server accepts connections; rejects with its last words when it does not come up. */
export async function startNatsServer({ binary, port, storeDir, ownGroup = false }: Start): Promise<NatsServer> {
  const version = await versionOf(binary);
  const folder = await mkdtemp(join(tmpdir(), 'opsheet-nats-'));
  const config = join(folder, 'nats.conf');
  await writeFile(config, settings({ port, version, storeDir: storeDir ?? join(folder, 'store') }));
  const child = spawn(binary, ['-c', config], { stdio: ['ignore', 'ignore', 'pipe'], detached: ownGroup });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
    await stopChild(child, signal, graceMs);
    await rm(folder, { recursive: true, force: true });
  };
  const listening = await readiness(child, binary).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    url: `nats://127.0.0.1:${listening.port}`,
    port: listening.port,
    pid: listening.pid,
    version,
    ended,
    stop,
    [Symbol.asyncDispose]: () => stop(),
  };
}

function settings({ port, version, storeDir }: { port: number; version: string; storeDir: string }): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  // By default a message is acknowledged up to two minutes before it is on disk. 2.9 refuses the key.
  const durable = major > 2 || minor >= 10 ? 'sync_interval: always' : '';
  return [
    `listen: "127.0.0.1:${port === 0 ? -1 : port}"`,
    `jetstream { store_dir: ${JSON.stringify(storeDir)}`,
    durable,
    '}',
    '',
  ].join('\n');
}

/** The server says on stderr where it listens, and then that it is ready. */
async function readiness(child: ChildProcess, binary: string): Promise<{ port: number; pid: number }> {
  const said: string[] = [];
  let port = 0;
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => reject(new Error(`${binary} cannot be started`, { cause })));
    child.once('close', () =>
      reject(new Error(`nats-server did not come up: ${said.slice(-3).join(' ') || 'no reason given'}`)),
    );
    if (!child.stderr) return reject(new Error('the child has no stderr'));
    // Read on for ever: a full pipe would stop the server.
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line);
      said.splice(0, said.length - 20);
      port = Number(/Listening for client connections on .*:(\d+)/.exec(line)?.[1] ?? port);
      if (line.includes('Server is ready') && child.pid) resolve({ port, pid: child.pid });
    });
  });
}

async function onPath(program: string): Promise<string | null> {
  // Debian puts servers into sbin, which is not on an ordinary user's PATH.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  for (const folder of folders.filter(Boolean)) {
    if (await isProgram(join(folder, program))) return join(folder, program);
  }
  return null;
}
