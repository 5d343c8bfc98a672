import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { stopChild } from '../../sandbox/infrastructure/child.ts';

const graceMs = 3_000;

/** Where a server is; of a Telegram also as whom a bot talks there. */
export type Server = { pid: number; url: string; botToken?: string };

/** A server in a process of its own, whose first line says where it is, in JSON. */
export async function serverProcess(stack: AsyncDisposableStack, program: string, ...args: string[]): Promise<Server> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  stack.defer(() => stopChild(child, 'SIGTERM', graceMs));
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${program} has ended`)));
  const [line] = (await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended])) as [string];
  // It ends in the end, and then nobody waits any more.
  ended.catch(() => undefined);
  // All programs of this kind promise this much.
  return { ...(JSON.parse(line) as Omit<Server, 'pid'>), pid: child.pid ?? 0 };
}
