import { join } from 'node:path';
import pino from 'pino';
import type { Clock } from './clock.ts';

export type Logger = pino.Logger;

/** Values under these keys never reach a log. */
const secrets = [
  'token',
  'botToken',
  'password',
  'authorization',
  'privateKey',
  'credentials',
  'secret',
  'config.TELEGRAM_BOT_TOKEN',
];

type LogOptions = { service: string; level: string; directory: string; clock: Clock };

/**
 * JSON lines to stdout and to `<directory>/<service>/YYYY-MM-DD.log` (UTC days). A file that cannot be written stops
 * nothing: the lines still go to stdout.
 */
export function openLog({ service, level, directory, clock }: LogOptions): Logger & AsyncDisposable {
  const file = dailyFile(join(directory, service), clock);
  const streams = pino.multistream([
    { level: level as pino.Level, stream: process.stdout },
    { level: level as pino.Level, stream: file },
  ]);
  const log = pino(
    { level, base: { service }, redact: secrets, timestamp: () => `,"time":"${new Date(clock.now()).toISOString()}"` },
    streams,
  );
  return Object.assign(log, {
    [Symbol.asyncDispose]: async () => file.end(),
  });
}

/** A destination that moves to a new file when the UTC day changes. */
function dailyFile(directory: string, clock: Clock) {
  let day = today();
  const destination = pino.destination({ dest: join(directory, `${day}.log`), mkdir: true, sync: true });
  destination.on('error', (error: Error) => process.stderr.write(`log file: ${error.message}\n`));
  function today() {
    return new Date(clock.now()).toISOString().slice(0, 10);
  }
  return {
    write(line: string) {
      if (today() !== day) {
        day = today();
        destination.reopen(join(directory, `${day}.log`));
      }
      destination.write(line);
    },
    end: () => destination.end(),
  };
}
