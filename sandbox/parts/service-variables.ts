import { join } from 'node:path';
import type { ServiceName } from '@opsheet/shared/contracts/contract';
import { people } from '../seed/people.ts';
import type { SheetsPart } from './sheets.ts';
import type { Stage } from './stage.ts';
import type { TelegramPart } from './telegram.ts';

/** What the services meet. */
export type Surroundings = { databaseUrl: string; natsUrl: string; sheets: SheetsPart; telegram: TelegramPart };

type For = { name: ServiceName; port: number; surroundings: Surroundings };

/**
 * The environment of a service: `.env`, the shell over it, and over both where the parts are, so that an address which
 * happens to stand in the shell never leads out of the sandbox.
 */
export function variablesFor(stage: Stage, { name, port, surroundings }: For): NodeJS.ProcessEnv {
  const { settings, folder, root, commandLine } = stage;
  const ownFolder = commandLine.data === join(root, '.sandbox') ? root : folder.root;
  return {
    LOG_DIR: join(ownFolder, 'logs'),
    ...settings.variables,
    ...process.env,
    [`${name.toUpperCase()}_PORT`]: String(port),
    DATABASE_URL: surroundings.databaseUrl,
    NATS_URL: surroundings.natsUrl,
    ...ofService[name](stage, surroundings),
  };
}

type Own = (stage: Stage, surroundings: Surroundings) => NodeJS.ProcessEnv;

const ofService: Record<ServiceName, Own> = {
  bot: ({ settings }, { telegram }) => ({
    TELEGRAM_API_URL: telegram.url,
    TELEGRAM_BOT_TOKEN: telegram.botToken,
    ...administrators(settings.botToken === undefined, settings.variables),
  }),
  sync: (_, { sheets }) => ({
    GOOGLE_SHEETS_URL: `${sheets.url}/`,
    GOOGLE_SPREADSHEET_ID: sheets.spreadsheetId,
    GOOGLE_CREDENTIALS_FILE: sheets.credentialsFile,
  }),
  expiry: () => ({}),
};

/** In the sandbox the owner is one of its people; at the real Telegram it is whom `.env` names. */
function administrators(isSandbox: boolean, variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const owners = people.filter(({ role }) => role === 'owner').map(({ id }) => id);
  const names = ['TELEGRAM_OWNER_IDS', 'TELEGRAM_ADMIN_IDS'] as const;
  return Object.fromEntries(names.map((name) => [name, isSandbox ? owners.join(',') : variables[name]]));
}
