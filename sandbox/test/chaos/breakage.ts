import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Endpoints } from '../../endpoints.ts';
import { readEndpoints, runs } from '../running-sandbox.ts';
import type { Random } from '../random.ts';
import { pause } from './pause.ts';

type Given = { data: string; random: Random; trace: (line: string) => void };

/** What goes wrong around sync: its reads are `values:batchGet`, its writes ask for this one field. */
const syncReads = { path: 'values:batchGet' };
const syncWrites = { path: 'fields=spreadsheetId' };
const readFaults = [{ status: 429 }, { status: 503 }, { drop: 'after' }, { delayMs: 700 }];
/** Sync cannot know which of these has had its effect. */
const lostWrites = [{ status: 503, when: 'before' }, { drop: 'before' }];
const writeFaults = [
  ...lostWrites,
  { status: 429 },
  { status: 503, when: 'after' },
  { drop: 'after' },
  { delayMs: 700 },
];
const telegramFaults = [
  { times: 2, fault: { status: 502 } },
  { fault: { status: 429, retryAfter: 1 } },
  { fault: { drop: 'before' } },
  { fault: { drop: 'after' } },
  { fault: { delayMs: 700 } },
  { fault: { duplicateUpdate: true } },
  { method: 'getUpdates', fault: { status: 502 } },
  { method: 'getUpdates', fault: { drop: 'after' } },
];

type Noted = Record<string, { pid: number }>;

/** Every process of the sandbox, by name. */
export const processesOf = (data: string): Noted =>
  // The sandbox writes the file; a wrong shape makes the test fail.
  JSON.parse(readFileSync(join(data, 'processes.json'), 'utf8')) as Noted;

/** Breaks one thing at a time. What was stopped goes on at the latest with `end`, which also takes the faults away. */
export function openBreakage({ data, random, trace }: Given) {
  const endpoints: Endpoints = readEndpoints(data);
  const stopped = new Set<number>();

  function kill(name: string): void {
    const pid = processesOf(data)[name]?.pid ?? 0;
    if (signal(pid, 'SIGKILL')) trace(`break: kill -9 ${name} (${pid})`);
  }

  async function freeze(name: string): Promise<void> {
    const pid = processesOf(data)[name]?.pid ?? 0;
    if (!signal(pid, 'SIGSTOP')) return;
    stopped.add(pid);
    trace(`break: SIGSTOP ${name} (${pid})`);
    await pause(random.below(3_000));
    thaw();
  }

  function thaw(): void {
    for (const pid of stopped) if (signal(pid, 'SIGCONT')) trace(`break: SIGCONT ${pid}`);
    stopped.clear();
  }

  async function fault(base: string, body: unknown): Promise<void> {
    trace(`break: ${JSON.stringify(body)}`);
    const answer = await fetch(`${base}/control/faults`, { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`a fault was refused: ${await answer.text()}`);
  }

  const readFault = () => fault(endpoints.sheets, { match: syncReads, fault: random.pick(readFaults) });
  const writeFault = () => fault(endpoints.sheets, { match: syncWrites, fault: random.pick(writeFaults) });
  const lostWrite = () => fault(endpoints.sheets, { match: syncWrites, fault: random.pick(lostWrites) });
  const telegramFault = () => fault(endpoints.telegram, random.pick(telegramFaults));

  return {
    act: async () =>
      random.pick([
        readFault,
        // Rarer than reads are the writes that they meet, and most is at stake there.
        writeFault,
        writeFault,
        lostWrite,
        lostWrite,
        telegramFault,
        telegramFault,
        () => kill('bot'),
        () => kill('sync'),
        () => kill('sync'),
        () => kill('expiry'),
        () => kill('nats-server'),
        () => kill('PostgreSQL'),
        () => freeze(random.pick(['bot', 'sync'])),
      ])(),
    async end(): Promise<void> {
      thaw();
      for (const base of [endpoints.sheets, endpoints.telegram])
        await fetch(`${base}/control/faults`, { method: 'DELETE' });
    },
  };
}

/** False when there is no such process any more. */
function signal(pid: number, name: NodeJS.Signals): boolean {
  if (pid === 0 || !runs(pid)) return false;
  return process.kill(pid, name);
}

export type Breakage = ReturnType<typeof openBreakage>;
