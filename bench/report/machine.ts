import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** On what the figures were taken. `load` is the load average of the last minute before the run; others may share the machine. */
export type Machine = {
  cores: number;
  cpu: string;
  memoryMb: number;
  system: string;
  node: string;
  load: number;
};

export function describeMachine(): Machine {
  const [first] = cpus();
  return {
    cores: cpus().length,
    cpu: first?.model ?? 'unknown',
    memoryMb: Math.round(totalmem() / 1024 / 1024),
    system: `${type()} ${release()}`,
    node: process.versions.node,
    load: loadavg()[0] ?? 0,
  };
}
