import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError } from '@opsheet/shared/runtime/config';

export type CommandLine = {
  /** Only say how it is used. */
  help: boolean;
  /** Forget the data of earlier starts. */
  fresh: boolean;
  /** Of the desk. Without it 4800, or a free one when that is taken; 0 is any free one. */
  port?: number;
  /** Absolute. Everything that the sandbox keeps is below it. */
  data: string;
  /** Absolute. May be missing. */
  settings: string;
  /** Print all that the services log. */
  verbose: boolean;
};

export const usage = `usage: npm start -- [--fresh] [--port N] [--verbose] [--data DIR] [--settings FILE]
  --fresh          begin anew: forget workbook, chats and database
  --port N         the port of the desk, instead of 4800
  --verbose        print everything that the services log
  --data DIR       keep data there, instead of in .sandbox
  --settings FILE  read settings from there, instead of from .env
  --help           say this`;

/** Relative paths are taken from `root`, the repository. Throws ConfigError with the usage for anything unknown. */
export function readCommandLine(args: readonly string[], root: string): CommandLine {
  const { fresh, port, verbose, data, settings, help } = parse(args);
  return {
    help,
    fresh,
    verbose,
    ...(port !== undefined && { port: portNumber(port) }),
    data: resolve(root, data),
    settings: resolve(root, settings),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        fresh: { type: 'boolean', default: false },
        port: { type: 'string' },
        verbose: { type: 'boolean', default: false },
        data: { type: 'string', default: '.sandbox' },
        settings: { type: 'string', default: '.env' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (cause) {
    // Node's sentence goes on with advice on "--" that does not fit here.
    const reason = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    throw new ConfigError(`${reason}\n${usage}`, { cause });
  }
}

function portNumber(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new ConfigError(`--port is a number from 0 to 65535, not "${text}"\n${usage}`);
}
