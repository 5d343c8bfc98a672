import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { identityOf } from './process-identity.ts';

/** The children of this sandbox, written down so that a start after a `kill -9` can end those that were left. */
export type Processes = {
  /** Replaces what was noted under `name`. `signal` is what ends it in good order, SIGTERM unless told otherwise. */
  note: (name: string, pid: number, signal?: 'SIGTERM' | 'SIGINT') => void;
  /** The last resort: SIGKILL to all that still run. */
  kill: () => void;
  /** All are stopped: nothing to remember. */
  forget: () => void;
};

const Entry = z.object({ pid: z.int(), identity: z.string(), signal: z.enum(['SIGTERM', 'SIGINT']) });
const Noted = z.record(z.string(), Entry);
type Entry = z.output<typeof Entry>;

export function openProcesses(file: string): Processes {
  const noted: z.output<typeof Noted> = {};
  return {
    note(name, pid, signal = 'SIGTERM') {
      const identity = identityOf(pid);
      // Ended already: there is nothing left to end later.
      if (identity === null) delete noted[name];
      else noted[name] = { pid, identity, signal };
      writeFileSync(`${file}.new`, JSON.stringify(noted));
      renameSync(`${file}.new`, file);
    },
    kill() {
      for (const entry of Object.values(noted)) if (runs(entry)) process.kill(entry.pid, 'SIGKILL');
    },
    forget: () => rmSync(file, { force: true }),
  };
}

const graceMs = 3_000;
const lookMs = 25;

/**
 * Ends the children that a killed sandbox left behind and gives their names. A pid that now belongs to another command
 * is left alone.
 */
export async function endLeftovers(file: string): Promise<string[]> {
  if (!existsSync(file)) return [];
  const noted = Object.entries(Noted.parse(JSON.parse(readFileSync(file, 'utf8'))));
  const left = noted.filter(([, entry]) => runs(entry));
  await Promise.all(left.map(([, entry]) => end(entry)));
  rmSync(file);
  return left.map(([name]) => name);
}

const runs = ({ pid, identity }: Entry): boolean => identityOf(pid) === identity;

/** They are no children of this process, so their end can only be looked for. */
async function end(entry: Entry): Promise<void> {
  process.kill(entry.pid, entry.signal);
  for (let waited = 0; runs(entry) && waited < graceMs; waited += lookMs) await sleep(lookMs);
  if (runs(entry)) process.kill(entry.pid, 'SIGKILL');
}
