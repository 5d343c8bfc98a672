import { closeSync, existsSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pino from 'pino';
import type { Clock } from './clock.ts';
import { describe } from './errors.ts';

export type Logger = pino.Logger;

/** For who has to give a logger and has nobody who reads it. */
export const silentLog: Logger = pino({ level: 'silent' });

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

/**
 * A file a day. Lines are written at once, so that the last words before a crash are there. A file that cannot be
 * written is told of once on stderr and tried again with every line.
 */
function dailyFile(directory: string, clock: Clock) {
  let day = '';
  let file: number | undefined;
  let told = false;

  function end(): void {
    if (file !== undefined) closeSync(file);
    file = undefined;
  }

  function fileOfToday(): number {
    const today = new Date(clock.now()).toISOString().slice(0, 10);
    if (file !== undefined && today === day) return file;
    end();
    makeFolder(directory);
    file = openSync(join(directory, `${today}.log`), 'a');
    day = today;
    return file;
  }

  return {
    write(line: string) {
      try {
        writeSync(fileOfToday(), line);
        told = false;
      } catch (error) {
        if (!told)
          process.stderr.write(`log file: ${describe(error)}; LOG_DIR names the folder, lines go on to stdout\n`);
        told = true;
      }
    },
    end,
  };
}

/** Node's own recursive mkdir never returns where the system says "no such folder" about a new one (below /proc). */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}
