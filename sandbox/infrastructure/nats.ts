import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stopChild } from './child.ts';
import { versionOf } from './nats-binary.ts';

/** A nats-server that this process started on 127.0.0.1, with JetStream. */
export type NatsServer = AsyncDisposable & {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly version: string;
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
};

/** Resolves when the server accepts connections; rejects with its last words when it does not come up. */
export async function startNatsServer({ binary, port, storeDir }: Start): Promise<NatsServer> {
  const version = await versionOf(binary);
  const folder = await mkdtemp(join(tmpdir(), 'opsheet-nats-'));
  const config = join(folder, 'nats.conf');
  await writeFile(config, settings({ port, version, storeDir: storeDir ?? join(folder, 'store') }));
  const child = spawn(binary, ['-c', config], { stdio: ['ignore', 'ignore', 'pipe'] });
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
    child.once('exit', () =>
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
