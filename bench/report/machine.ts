import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** On what the figures were taken. */
export type Machine = {
  cores: number;
  cpu: string;
  memoryMb: number;
  system: string;
  node: string;
};

export function describeMachine(): Machine {
  const [first] = cpus();
  return {
    cores: cpus().length,
    cpu: first?.model ?? 'unknown',
    memoryMb: Math.round(totalmem() / 1024 / 1024),
    system: `${type()} ${release()}`,
    node: process.versions.node,
  };
}

/** Processes that ran or wanted to, on average over the last minute. Above the number of cores they wait for each other. */
export const loadNow = (): number => loadavg()[0] ?? 0;
