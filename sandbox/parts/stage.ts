import type { Clock } from '@opsheet/shared/runtime/clock';
import type { CommandLine } from '../command-line.ts';
import type { DataFolder } from '../data-folder.ts';
import type { Settings } from '../settings.ts';
import type { Processes } from '../supervisor/processes.ts';

/** What every part of the sandbox is built on. */
export type Stage = {
  /** The repository. */
  readonly root: string;
  readonly commandLine: CommandLine;
  readonly settings: Settings;
  readonly folder: DataFolder;
  readonly processes: Processes;
  readonly clock: Clock;
  /** Aborts when the sandbox is told to stop. */
  readonly told: AbortSignal;
  /** A line for the person at the terminal. */
  readonly say: (line: string) => void;
};
