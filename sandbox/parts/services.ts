import { join } from 'node:path';
import { type ServiceName, services } from '@opsheet/shared/contracts/contract';
import { portOrFree } from '../ports.ts';
import { serviceLog } from '../supervisor/service-log.ts';
import { startService } from '../supervisor/service-process.ts';
import { type Supervised, supervise } from '../supervisor/supervise.ts';
import { untilReady } from '../supervisor/until-ready.ts';
import { type Surroundings, variablesFor } from './service-variables.ts';
import type { Stage } from './stage.ts';

export type RunningService = { name: ServiceName; url: string; process: Supervised };

const usualPorts: Record<ServiceName, number> = { bot: 9000, sync: 9001, expiry: 9002 };

/**
 * Starts the three services side by side, each kept alive on its port, and waits until all are ready. `restarted` is
 * called whenever one has a new pid.
 */
export async function provideServices(
  stage: Stage,
  stack: AsyncDisposableStack,
  { surroundings, restarted }: Starting,
): Promise<RunningService[]> {
  const running: RunningService[] = [];
  stack.defer(async () => {
    stage.say('stopping the services');
    await Promise.all(running.map(({ process }) => process[Symbol.asyncDispose]()));
  });
  for (const name of services) running.push(await startOne(stage, name, { surroundings, restarted }));
  await Promise.all(
    running.map(({ url, process }) => untilReady({ url, process, clock: stage.clock, signal: stage.told })),
  );
  return running;
}

type Starting = { surroundings: Surroundings; restarted: () => void };

async function startOne(
  stage: Stage,
  name: ServiceName,
  { surroundings, restarted }: Starting,
): Promise<RunningService> {
  const { root, commandLine, processes, say, clock } = stage;
  const port = await portOrFree({ name, port: wishedPort(stage, name), say });
  const env = variablesFor(stage, { name, port, surroundings });
  const heard = serviceLog({ service: name, verbose: commandLine.verbose, say });
  const process = await supervise({
    name,
    say,
    clock,
    start: () => startService({ main: join(root, 'services', name, 'src/main.ts'), root, env, heard }),
    started(pid) {
      processes.note(name, pid);
      restarted();
    },
  });
  say(`${name}: starting on port ${port}`);
  return { name, url: `http://127.0.0.1:${port}`, process };
}

/** BOT_PORT and the like, from the shell or from `.env`. */
function wishedPort({ settings }: Stage, name: ServiceName): number {
  const variable = `${name.toUpperCase()}_PORT`;
  const wished = process.env[variable] ?? settings.variables[variable];
  return wished ? Number(wished) : usualPorts[name];
}
