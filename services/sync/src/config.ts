import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { baseConfig, ConfigError, Port, readConfig, required, Seconds } from '@opsheet/shared/runtime/config';
import { z } from 'zod';
import type { Credentials } from './sheets/google.ts';

/** What sync needs to know, by variable. */
export const syncConfig = baseConfig.extend({
  GOOGLE_SPREADSHEET_ID: required("the spreadsheet's id, the part of its address between /d/ and /edit"),
  GOOGLE_CREDENTIALS_FILE: required("the path of the service account's JSON file"),
  GOOGLE_SHEETS_URL: z.url('is not a URL').default('https://sheets.googleapis.com/'),
  SYNC_INTERVAL_SECONDS: Seconds(1).default(5),
  SYNC_HOST: z.string().default('127.0.0.1'),
  SYNC_PORT: Port.default(9001),
});

export type SyncConfig = z.output<typeof syncConfig> & { mode: 'continuous' | 'once' };

/** The environment, with `--once` and `--interval SECONDS` of the command line over it. Throws ConfigError. */
export function readSyncConfig(env: NodeJS.ProcessEnv, args: readonly string[]): SyncConfig {
  const { once, interval } = parseArguments(args);
  const config = readConfig(syncConfig, interval === undefined ? env : { ...env, SYNC_INTERVAL_SECONDS: interval });
  return { ...config, mode: once ? 'once' : 'continuous' };
}

function parseArguments(args: readonly string[]): { once: boolean; interval?: string } {
  let once = false;
  let interval: string | undefined;
  for (let index = 0; index < args.length; index += 1) {
    if (args[index] === '--once') once = true;
    else if (args[index] === '--interval') interval = args[(index += 1)] ?? 'nothing';
    else throw new ConfigError(`${args[index]} is not an option: use --once for a single pass, or --interval SECONDS`);
  }
  return interval === undefined ? { once } : { once, interval };
}

const keyFile = z.object({ client_email: z.string(), private_key: z.string() });

/** Reads the service account's file. Throws ConfigError. */
export function readCredentials(path: string): Credentials {
  const found = keyFile.safeParse(parseFile(path));
  if (!found.success) {
    throw new ConfigError(
      `GOOGLE_CREDENTIALS_FILE ${path} has no client_email and private_key: download a JSON key of the service account`,
    );
  }
  const { client_email: clientEmail, private_key: privateKey } = found.data;
  checkKey(path, privateKey);
  return { clientEmail, privateKey };
}

/** A key that cannot sign would only be met at the first call, as an error of OpenSSL. */
function checkKey(path: string, privateKey: string): void {
  try {
    createPrivateKey(privateKey);
  } catch (cause) {
    throw new ConfigError(
      `GOOGLE_CREDENTIALS_FILE ${path} has a private_key that cannot be read: download the JSON key of the service account anew`,
      { cause },
    );
  }
}

function parseFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new ConfigError(
      `GOOGLE_CREDENTIALS_FILE ${path} cannot be read as JSON: set it to the path of the service account's JSON key`,
      { cause },
    );
  }
}
