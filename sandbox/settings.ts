import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { ConfigError, Port, readConfig, url } from '@opsheet/shared/runtime/config';
import { z } from 'zod';

/** What `.env` asks for. Where a real part is named, the sandbox's own is not started. */
export type Settings = {
  readonly databaseUrl: string | undefined;
  readonly natsUrl: string | undefined;
  readonly spreadsheet: { id: string; credentialsFile: string } | undefined;
  readonly botToken: string | undefined;
  /** Every variable of the file, for the services. */
  readonly variables: Readonly<Record<string, string>>;
};

/** `sandbox`: an emulator or an embedded server. */
export type Origin = 'sandbox' | 'real';
export type Part = 'postgres' | 'nats' | 'sheets' | 'telegram';

const File = z
  .object({
    DATABASE_URL: url('the address of PostgreSQL', ['postgres', 'postgresql']).optional(),
    NATS_URL: url('the address of the NATS server', ['nats', 'tls']).optional(),
    GOOGLE_SPREADSHEET_ID: z.string().optional(),
    GOOGLE_CREDENTIALS_FILE: z.string().optional(),
    TELEGRAM_BOT_TOKEN: z
      .string()
      .regex(/^\d+:\S+$/, 'is not a bot token, <digits>:<letters>: ask @BotFather for one')
      .optional(),
    BOT_PORT: Port.optional(),
    SYNC_PORT: Port.optional(),
    EXPIRY_PORT: Port.optional(),
  })
  .refine(
    (file) => (file.GOOGLE_SPREADSHEET_ID === undefined) === (file.GOOGLE_CREDENTIALS_FILE === undefined),
    'GOOGLE_SPREADSHEET_ID and GOOGLE_CREDENTIALS_FILE go together: set both, or neither',
  );

/**
 * Reads the file; no file is an empty one. Paths in it are taken from `root`, the repository. Only the file decides what is real, never a variable that happens to be in
 * the shell: production is not reached by accident. Throws ConfigError.
 */
export function readSettings(file: string, root: string): Settings {
  const variables = existsSync(file) ? definedOnly(parseEnv(readFileSync(file, 'utf8'))) : {};
  const read = readConfig(File, variables);
  const { GOOGLE_SPREADSHEET_ID: id, GOOGLE_CREDENTIALS_FILE: named } = read;
  const credentialsFile = named === undefined ? undefined : resolve(root, named);
  if (credentialsFile !== undefined && !existsSync(credentialsFile)) {
    throw new ConfigError(`GOOGLE_CREDENTIALS_FILE is ${credentialsFile}, which does not exist`);
  }
  return {
    databaseUrl: read.DATABASE_URL,
    natsUrl: read.NATS_URL,
    spreadsheet: id === undefined || credentialsFile === undefined ? undefined : { id, credentialsFile },
    botToken: read.TELEGRAM_BOT_TOKEN,
    variables,
  };
}

/** Which parts are the real ones. */
export function originsOf(settings: Settings): Record<Part, Origin> {
  return {
    postgres: origin(settings.databaseUrl),
    nats: origin(settings.natsUrl),
    sheets: origin(settings.spreadsheet),
    telegram: origin(settings.botToken),
  };
}

const origin = (real: unknown): Origin => (real === undefined ? 'sandbox' : 'real');

const definedOnly = (variables: NodeJS.Dict<string>): Record<string, string> =>
  Object.fromEntries(Object.entries(variables).filter((entry): entry is [string, string] => Boolean(entry[1])));
