import { z } from 'zod';

/** What is needed of a pino line; levels are pino's numbers. */
const Line = z.object({
  level: z.int(),
  msg: z.string().default(''),
  err: z.object({ message: z.string() }).optional(),
  reason: z.string().optional().catch(undefined),
});
const warning = 40;
const longest = 220;

type ServiceLog = { service: string; verbose: boolean; say: (line: string) => void };

/**
 * Takes the output of a service line by line and says what a person at the terminal should see: warnings and errors, each
 * on one short line, repetitions once. What is no JSON (an error before the log is open) is said as it is, but for stack traces. With
 * `verbose` everything is said as it came.
 */
export function serviceLog({ service, verbose, say }: ServiceLog): (line: string) => void {
  let last = '';
  return (line) => {
    if (verbose) return say(`${service} | ${line}`);
    const told = briefly(line);
    if (told === null || told === last) return;
    last = told;
    say(`${service}: ${told}`);
  };
}

function briefly(line: string): string | null {
  const entry = readEntry(line);
  if (entry === null) return /^\s*($|at )/.test(line) ? null : line;
  if (entry.level < warning) return null;
  const why = entry.err ? once(entry.err.message) : entry.reason;
  const text = why ? `${entry.msg}: ${why}` : entry.msg;
  return text.replaceAll(/\s+/g, ' ').slice(0, longest);
}

/** pino joins an error's message and its causes by colons, however often they say the same. */
const once = (message: string): string => message.replace(/^(.+?)(?:: \1)+$/s, '$1');

function readEntry(line: string): z.output<typeof Line> | null {
  try {
    return Line.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    // No JSON: the caller prints it as it is.
    return null;
  }
}
