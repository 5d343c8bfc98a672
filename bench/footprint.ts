import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ServiceName, services } from '@opsheet/shared/contracts/contract';
import type { Endpoints } from '../sandbox/endpoints.ts';
import type { Measure, Question } from './question.ts';
import { median, spread } from './report/statistics.ts';
import { startedSeconds } from './world/process-stat.ts';
import { runningSandbox } from './world/running-sandbox.ts';

/** Long enough for what was made at the start to be collected, and for several passes. */
const idleMs = 20_000;
const samples = 5;
const restarts = 5;

export const footprint: Question = {
  name: 'footprint',
  question: 'How much memory does each service take when idle, and how soon is it ready?',
  async run() {
    await using stack = new AsyncDisposableStack();
    const endpoints = await runningSandbox(stack);
    await sleep(idleMs);
    const measures: Measure[] = [];
    for (const name of services) measures.push(await idleMemory(name, endpoints().pids[name]));
    for (const name of services) measures.push(await timeToReady(name, endpoints));
    return {
      measures,
      conditions: [
        `Resident memory ${idleMs / 1_000} s after the start of the whole sandbox, median of ${samples} looks a second apart.`,
        `From the start of the process, by the kernel’s count (10 ms), to the first 200 of /ready, asked every 10 ms; median of ${restarts} restarts by the sandbox after kill -9, one service at a time beside the others.`,
      ],
    };
  },
};

async function idleMemory(name: ServiceName, pid: number): Promise<Measure> {
  const seen: number[] = [];
  for (let look = 0; look < samples; look += 1) {
    await sleep(1_000);
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    seen.push(Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1_024);
  }
  return { measure: `${name}: idle memory`, ...figures(seen), unit: 'MB', target: { atMost: 180 } };
}

async function timeToReady(name: ServiceName, endpoints: () => Endpoints): Promise<Measure> {
  const seen: number[] = [];
  for (let restart = 0; restart < restarts; restart += 1) {
    const before = endpoints().pids[name];
    process.kill(before, 'SIGKILL');
    while (endpoints().pids[name] === before) await sleep(10);
    const pid = endpoints().pids[name];
    while (!(await isReady(endpoints()[name]))) await sleep(10);
    seen.push((await upSeconds()) - (await startedSeconds(pid)));
  }
  return { measure: `${name}: start to ready`, ...figures(seen), unit: 's', target: { atMost: 2 } };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/ready`)).ok;
  } catch {
    // Nobody listens there yet.
    return false;
  }
}

const upSeconds = async () => Number((await readFile('/proc/uptime', 'utf8')).split(' ')[0]);

const figures = (seen: readonly number[]) => ({ value: median(seen), spread: spread(seen) });
