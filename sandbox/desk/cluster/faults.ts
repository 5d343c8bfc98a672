import { z } from 'zod';
import type { Part } from './part.ts';

const longestStopSeconds = 60;

/** `kill`: SIGKILL, and the sandbox starts it again at once. `stop`: it ends in good order and stays away for a while. */
export const ProcessFault = z.discriminatedUnion('fault', [
  z.strictObject({ fault: z.literal('kill'), part: z.string() }),
  z.strictObject({
    fault: z.literal('stop'),
    part: z.string(),
    seconds: z.number().positive().max(longestStopSeconds).default(10),
  }),
]);
export type ProcessFault = z.output<typeof ProcessFault>;

/** What came of it: `happened` in words, or why nothing was done. */
export type FaultOutcome = { happened: string } | { refused: string };

export async function applyFault(parts: readonly Part[], wanted: ProcessFault): Promise<FaultOutcome> {
  const part = parts.find(({ name }) => name === wanted.part);
  const breakable = parts.filter(({ process }) => process !== null).map(({ name }) => name);
  if (!part?.process) return { refused: `${wanted.part} cannot be stopped from here; ${breakable.join(', ')} can` };
  const { process, name } = part;
  const pid = process.pid();
  const isDone = wanted.fault === 'kill' ? process.kill() : await process.stopFor(wanted.seconds * 1_000);
  if (!isDone) return { refused: `${name} is not running just now` };
  if (wanted.fault === 'kill') return { happened: `${name} (process ${pid}) was killed; it is started again at once` };
  return { happened: `${name} (process ${pid}) was stopped; it is started again in ${wanted.seconds} s` };
}
