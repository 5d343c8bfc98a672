import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { identityOf } from './process-identity.ts';

/** Another process runs on the same data. The message names its pid. */
export class RunningError extends Error {
  override name = 'RunningError';
}

const Holder = z.object({ pid: z.int(), identity: z.string() });

/**
 * Holds `file` for this process until disposed. Throws RunningError, which says that `what` runs already; a lock whose
 * holder has died is taken over.
 */
export function takeLock(file: string, what = 'a sandbox'): Disposable {
  const holder = readHolder(file);
  if (holder && identityOf(holder.pid) === holder.identity) {
    throw new RunningError(`${what} runs already, as process ${holder.pid}: stop it with Ctrl-C or kill ${holder.pid}`);
  }
  rmSync(file, { force: true });
  // `wx` fails when another start was faster between the two lines.
  writeFileSync(file, JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) }), { flag: 'wx' });
  return { [Symbol.dispose]: () => rmSync(file, { force: true }) };
}

function readHolder(file: string): z.output<typeof Holder> | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Missing, or half-written by a process that was killed: nobody holds it.
    return null;
  }
}
