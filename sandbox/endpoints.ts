import type { ServiceName } from '@opsheet/shared/contracts/contract';
import { rmSync, writeFileSync, renameSync } from 'node:fs';
import type { DeskFacts } from './desk/server.ts';
import type { Surroundings } from './parts/service-variables.ts';
import type { RunningService } from './parts/services.ts';
import { syncUser } from './seed/service-account.ts';
import { people, type Role, type SandboxPerson } from './seed/people.ts';
import { type Origin, originsOf, type Part, type Settings } from './settings.ts';

/** Where everything answers: the contents of `.sandbox/endpoints.json`, for programs that try the sandbox. */
export type Endpoints = {
  desk: string;
  /** Base addresses of the two APIs, the emulators' or the real ones. */
  sheets: string;
  spreadsheetId: string;
  telegram: string;
  botToken: string;
  nats: string;
  postgres: string;
  bot: string;
  sync: string;
  expiry: string;
  /** The people of the sandbox; none when Telegram is the real one. */
  users: readonly { id: number; name: string; role: Role; language: SandboxPerson['language'] }[];
  /** Of the services, as they are now. */
  pids: Record<ServiceName, number>;
  /** Which parts are the real ones. */
  origins: Record<Part, Origin>;
};

/** Synchronous, so that two restarts at once cannot overtake each other. Readers see the old file or the new one. */
export function writeEndpoints(file: string, endpoints: Endpoints): void {
  // It holds the password of the database and, where the bot is real, its token.
  writeFileSync(`${file}.new`, `${JSON.stringify(endpoints, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export const removeEndpoints = (file: string): void => rmSync(file, { force: true });

type Known = {
  desk: string;
  settings: Settings;
  surroundings: Surroundings;
  services: readonly RunningService[];
};

export function describeEndpoints({ desk, settings, surroundings, services }: Known): Endpoints {
  const { databaseUrl, natsUrl, sheets, telegram } = surroundings;
  const each = <T>(fact: (service: RunningService) => T) =>
    // provideServices gives one entry for each name.
    Object.fromEntries(services.map((service) => [service.name, fact(service)])) as Record<ServiceName, T>;
  return {
    desk,
    sheets: sheets.url,
    spreadsheetId: sheets.spreadsheetId,
    telegram: telegram.url,
    botToken: telegram.botToken,
    nats: natsUrl,
    postgres: databaseUrl,
    ...each(({ url }) => url),
    users:
      settings.botToken === undefined
        ? people.map(({ id, name, role, language }) => ({ id, name, role, language }))
        : [],
    pids: each(({ process }) => process.pid()),
    origins: originsOf(settings),
  };
}

/** What the page in the browser may know: no secrets, as any program on this machine can read the desk. */
export function deskFacts(endpoints: Endpoints): DeskFacts {
  const { desk, sheets, spreadsheetId, telegram, bot, sync, expiry, users, origins } = endpoints;
  return { desk, sheets, spreadsheetId, telegram, bot, sync, expiry, users, origins, syncUser };
}
