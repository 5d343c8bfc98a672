import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, watch } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import type { ExecutionContext } from 'ava';
import type { Endpoints } from '../endpoints.ts';

type Owner = Pick<ExecutionContext, 'teardown'>;

/** A folder for the data of a sandbox, gone when the test ends. */
export async function dataFolder(t: Owner): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'opsheet-sandbox-'));
  t.teardown(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

export type SandboxProcess = {
  readonly pid: number;
  /** What it has said so far. */
  readonly said: () => string;
  /** Resolves when it has said a line that matches; rejects when it ends without. */
  readonly line: (pattern: RegExp) => Promise<string>;
  readonly ended: Promise<number | null>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** SIGTERM, and its exit status. */
  readonly stop: () => Promise<number | null>;
};

const main = join(import.meta.dirname, '../main.ts');
/** Ends the sandbox when the test process dies before its teardown. */
const leash = pathToFileURL(join(import.meta.dirname, '../supervisor/leash.ts')).href;
const anyPorts = { BOT_PORT: '0', SYNC_PORT: '0', EXPIRY_PORT: '0' };

/** Runs `npm start`'s program on data and ports of its own, without a `.env`. It is stopped when the test ends. */
export function spawnSandbox(t: Owner, data: string, ...args: string[]): SandboxProcess {
  const all = ['--import', leash, main, '--data', data, '--settings', join(data, '.env'), ...args];
  const env = { ...process.env, ...anyPorts };
  const child = spawn(process.execPath, all, { stdio: ['ignore', 'pipe', 'pipe', 'pipe'], env });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const speech = listen(child, ended);
  const kill = (signal: NodeJS.Signals) => void child.kill(signal);
  const stop = async () => {
    kill('SIGTERM');
    return ended;
  };
  t.teardown(stop);
  return { pid: child.pid ?? 0, ...speech, ended, kill, stop };
}

/** As above, and waits until everything answers. */
export async function startSandbox(t: Owner, data: string, ...args: string[]) {
  const sandbox = spawnSandbox(t, data, '--port', '0', ...args);
  await sandbox.line(/^ready http/);
  return { ...sandbox, endpoints: () => readEndpoints(data) };
}

export const readEndpoints = (data: string): Endpoints =>
  // The program under test writes the file; a wrong shape makes the test fail.
  JSON.parse(readFileSync(join(data, 'endpoints.json'), 'utf8')) as Endpoints;

/** Resolves with what `look` gives once that is not undefined; looks again whenever the folder changes. */
export async function whenFolderShows<T>(folder: string, look: () => T | undefined): Promise<T> {
  const watcher = watch(folder);
  try {
    for (;;) {
      const changed = once(watcher, 'change');
      const seen = look();
      if (seen !== undefined) return seen;
      await changed;
    }
  } finally {
    watcher.close();
  }
}

/** Whether a process with this pid runs. */
export const runs = (pid: number): boolean => existsSync(`/proc/${pid}/exe`) && !isZombie(pid);

const isZombie = (pid: number): boolean => /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));

function listen(child: ChildProcess, ended: Promise<unknown>): Pick<SandboxProcess, 'said' | 'line'> {
  const lines: string[] = [];
  let waiting: (() => void)[] = [];
  const wake = () => {
    waiting.forEach((look) => look());
    waiting = [];
  };
  const hear = (line: string) => {
    lines.push(line);
    wake();
  };
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', hear);
  let isOver = false;
  void ended.then(() => {
    isOver = true;
    wake();
  });
  const said = () => lines.join('\n');
  return {
    said,
    async line(pattern) {
      for (;;) {
        const found = lines.find((line) => pattern.test(line));
        if (found !== undefined) return found;
        if (isOver) throw new Error(`it ended without saying ${pattern}:\n${said()}`);
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
  };
}
