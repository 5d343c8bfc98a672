import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { services } from './services.ts';

/** A failed pass is an error to whoever looks after sync, and what these mishaps must lead to. */
const expected = [/^Sync cycle failed/];
const error = 50;

type Line = { level: number; msg?: string; err?: { message?: string } };

/** What the services have logged as an error, and should not have. */
export function unexpectedErrors(data: string): string[] {
  return services.flatMap((service) => {
    const folder = join(data, 'logs', service);
    const lines = readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'));
    return lines
      .flatMap(readLine)
      .filter(({ level, msg = '' }) => level >= error && !expected.some((phrase) => phrase.test(msg)))
      .map(({ msg, err }) => `${service}: ${msg}: ${err?.message}`);
  });
}

/** A process that was killed may have left half a line. */
function readLine(text: string): Line[] {
  if (!text.startsWith('{') || !text.endsWith('}')) return [];
  // pino writes the lines.
  return [JSON.parse(text) as Line];
}
