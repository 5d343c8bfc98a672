import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe } from '@opsheet/shared/runtime/errors';
import { stopChild } from '../../sandbox/infrastructure/child.ts';

/** What a process can be asked, by name: one plain value in, one out. */
export type Calls = Readonly<Record<string, (argument: never) => unknown>>;

/** A process of its own, so that what it spends and when it hears something are its own. */
export type Actor<C extends Calls> = AsyncDisposable & {
  /** Rejects with the words of the other process when it fails there, or when that process ends. */
  readonly ask: <N extends keyof C & string>(
    name: N,
    argument: Parameters<C[N]>[0],
  ) => Promise<Awaited<ReturnType<C[N]>>>;
};

type Question = { id: number; name: string; argument: unknown };
type Reply = { id: number; value?: unknown; failure?: string };

const graceMs = 3_000;

/** Starts `bench/actors/<file>`, which calls `serve` with a C. */
export function spawnActor<C extends Calls>(file: string): Actor<C> {
  const child = fork(join(import.meta.dirname, file), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const waiting = new Map<number, (reply: Reply) => void>();
  let asked = 0;
  child.on('message', (reply: Reply) => waiting.get(reply.id)?.(reply));
  const ended = endOf(child, file);
  return {
    async ask<N extends keyof C & string>(name: N, argument: Parameters<C[N]>[0]): Promise<Awaited<ReturnType<C[N]>>> {
      const id = (asked += 1);
      const replied = new Promise<Reply>((resolve) => waiting.set(id, resolve));
      child.send({ id, name, argument } satisfies Question);
      const reply = await Promise.race([replied, ended]);
      waiting.delete(id);
      if (reply.failure !== undefined) throw new Error(`${file} ${name}: ${reply.failure}`);
      // The process answers by the C that the caller names; both are parts of this bench.
      return reply.value as Awaited<ReturnType<C[N]>>;
    },
    [Symbol.asyncDispose]: () => stopChild(child, 'SIGTERM', graceMs),
  };
}

async function endOf(child: ChildProcess, file: string): Promise<Reply> {
  await once(child, 'exit');
  return { id: 0, failure: `${file} has ended` };
}

/** Answers the process that started this one. */
export function serve(calls: Calls): void {
  process.on('message', (question: Question) => void answer(calls, question));
}

async function answer(calls: Calls, { id, name, argument }: Question): Promise<void> {
  const reply = (rest: Omit<Reply, 'id'>) => process.send?.({ id, ...rest } satisfies Reply);
  try {
    // Only `ask` sends here, with a name and an argument of the C that is served.
    reply({ value: await calls[name]?.(argument as never) });
  } catch (error) {
    reply({ failure: describe(error) });
  }
}
