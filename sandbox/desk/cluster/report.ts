import { describe } from '@opsheet/shared/runtime/errors';
import type { Look, Part, PartReport } from './part.ts';

/** Asks every part at once how it is. Never rejects: a part that gives no answer is away. */
export const reportParts = (parts: readonly Part[]): Promise<PartReport[]> => Promise.all(parts.map(reportPart));

async function reportPart(part: Part): Promise<PartReport> {
  const { name, does, origin, process } = part;
  const since = process?.since() ?? null;
  return {
    name,
    does,
    origin,
    ...(await lookAt(part)),
    pid: since === null ? null : (process?.pid() ?? null),
    since: since === null ? null : new Date(since).toISOString(),
    restarts: process?.ends() ?? 0,
    breakable: process !== null,
  };
}

async function lookAt({ look, process }: Part): Promise<Look> {
  if (look === null) return { status: 'well', detail: 'the real one, which the desk does not ask' };
  if (process?.since() === null) return { status: 'away', detail: 'not running; the sandbox starts it again' };
  try {
    return await look();
  } catch (error) {
    return { status: 'away', detail: describe(error) };
  }
}
