import pino from 'pino';
import type { Logger } from '../src/runtime/log.ts';
import { type Arrivals, arrivals } from './arrivals.ts';

export type LogLine = { level: number; msg: string; [key: string]: unknown };

/** A log that a test reads. Levels are pino's: 30 info, 40 warn, 50 error. */
export function recordedLog(): { log: Logger; lines: Arrivals<LogLine> } {
  const lines = arrivals<LogLine>();
  // pino writes one object per line, with at least these two keys.
  const write = (line: string) => lines.add(JSON.parse(line) as LogLine);
  return { log: pino({ level: 'trace' }, { write }), lines };
}
