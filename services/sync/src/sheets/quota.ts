import { type Backoff, backoffMs } from '@opsheet/shared/runtime/retry';
import type { Clock } from '@opsheet/shared/runtime/clock';
import type { Logger } from '@opsheet/shared/runtime/log';
import { type Sheets, SheetsError } from './sheets.ts';

export type CallCounts = { reads: number; writes: number };

/** Sheets that keep the quota. `takeCounts` gives the calls since it was last asked. */
export type GovernedSheets = Sheets & { readonly takeCounts: () => CallCounts };

/** Google allows one user 60 reads and 60 writes a minute; we stay below, for a person may try things by hand. */
export const callsPerMinute = 55;
const windowMs = 60_000;

/** Within one call; what still fails then is the pass's failure. */
const tries = 3;
const backoff: Backoff = { firstMs: 1_000, maxMs: 8_000, jitterMs: 1_000 };

/** `stop` ends every wait: the call that waited is not made, and rejects. */
type Means = { clock: Clock; chance: () => number; log: Logger; stop: AbortSignal };

/** Waits before a call that would go over the quota, and repeats the calls that may be repeated. */
export function governed(sheets: Sheets, { clock, chance, log, stop }: Means): GovernedSheets {
  const reads = slidingWindow({ clock, wait });
  const writes = slidingWindow({ clock, wait });
  let counts: CallCounts = { reads: 0, writes: 0 };

  async function wait(ms: number): Promise<void> {
    await clock.sleep(ms, stop);
    stop.throwIfAborted();
  }

  async function call<T>(kind: 'reads' | 'writes', make: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      await (kind === 'reads' ? reads : writes).enter();
      counts[kind] += 1;
      try {
        return await make();
      } catch (error) {
        if (attempt + 1 >= tries || !repeatable(kind, error)) throw error;
        const waitMs = backoffMs(backoff, attempt, chance);
        log.warn({ err: error, attempt: attempt + 1, waitMs }, 'Sheets call failed, trying again');
        await wait(waitMs);
      }
    }
  }

  return {
    readValues: (ranges) => call('reads', () => sheets.readValues(ranges)),
    readFormulas: (ranges) => call('reads', () => sheets.readFormulas(ranges)),
    listTabs: () => call('reads', () => sheets.listTabs()),
    write: (changes) => call('writes', () => sheets.write(changes)),
    takeCounts() {
      const taken = counts;
      counts = { reads: 0, writes: 0 };
      return taken;
    },
  };
}

/** A read changes nothing. A write over quota was not made; a lost one may have been, so the next read has to tell. */
function repeatable(kind: 'reads' | 'writes', error: unknown): boolean {
  if (!(error instanceof SheetsError)) return false;
  return error.failure === 'busy' || (kind === 'reads' && error.failure === 'lost');
}

/** Lets `callsPerMinute` calls pass in any minute. Calls that a clock set back has in its future are no hindrance. */
function slidingWindow({ clock, wait }: { clock: Clock; wait: (ms: number) => Promise<void> }) {
  const times: number[] = [];
  return {
    async enter() {
      for (;;) {
        const now = clock.now();
        while (times[0] !== undefined && (times[0] <= now - windowMs || times[0] > now)) times.shift();
        if (times.length < callsPerMinute) break;
        await wait((times[0] ?? now) + windowMs - now);
      }
      times.push(clock.now());
    },
  };
}
