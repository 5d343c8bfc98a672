import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { stopChild } from '../infrastructure/child.ts';
import type { Started } from './supervise.ts';

/** A service that has not ended by then after SIGTERM is killed. `npm start` promises to be gone within 5 s. */
const graceMs = 3_500;
/** The young generation of V8 grows to 16 MB by default, and stays: these services want little and live long. */
const frugal = '--max-semi-space-size=4';
const leash = pathToFileURL(join(import.meta.dirname, 'leash.ts')).href;

type ServiceProcess = {
  /** The service's main.ts. */
  main: string;
  /** The working directory. */
  root: string;
  env: NodeJS.ProcessEnv;
  /** Gets each line of stdout and stderr. */
  heard: (line: string) => void;
};

/** Starts a service by this Node, as `node services/bot/src/main.ts` would. */
export async function startService({ main, root, env, heard }: ServiceProcess): Promise<Started> {
  const child = spawn(process.execPath, [frugal, '--import', leash, main], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C at the terminal reaches the sandbox alone, which then stops all in the right order.
    detached: true,
  });
  const ended = endOf(child);
  for (const stream of [child.stdout, child.stderr]) if (stream) readLines(stream, heard);
  return { pid: child.pid ?? 0, ended, stop: () => stopChild(child, 'SIGTERM', graceMs) };
}

function readLines(stream: Readable, heard: (line: string) => void): void {
  createInterface({ input: stream }).on('line', heard);
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `status ${code}`));
  });
}
