import type { ServiceName } from '@opsheet/shared/contracts/contract';
import { natsLook, postgresLook, serviceLook, sheetsLook, telegramLook } from '../desk/cluster/looks.ts';
import type { Part } from '../desk/cluster/part.ts';
import type { Listening } from '../desk/feed/listen.ts';
import type { Origin, Part as SettingsPart } from '../settings.ts';
import type { ProvidedServer } from './provided-server.ts';
import type { RunningService } from './services.ts';
import type { SheetsPart } from './sheets.ts';
import type { TelegramPart } from './telegram.ts';

const does: Record<ServiceName, string> = {
  bot: 'talks to people',
  sync: 'keeps sheet and database equal',
  expiry: 'watches deadlines',
};

export type Running = {
  services: readonly RunningService[];
  database: ProvidedServer;
  nats: ProvidedServer & Pick<Listening, 'state'>;
  sheets: SheetsPart;
  telegram: TelegramPart;
  origins: Record<SettingsPart, Origin>;
};

/** Everything that runs, as the desk looks at it and breaks it. */
export function clusterOf({ services, database, nats, sheets, telegram, origins }: Running): Part[] {
  const real = (part: SettingsPart, look: NonNullable<Part['look']>) => (origins[part] === 'real' ? null : look);
  return [
    ...services.map(({ name, url, process }) => ({
      name,
      does: does[name],
      origin: 'sandbox' as const,
      process,
      look: serviceLook(url),
    })),
    {
      name: 'PostgreSQL',
      does: 'the database',
      origin: origins.postgres,
      process: database.process,
      look: postgresLook(database.url),
    },
    {
      name: 'NATS',
      does: 'carries the messages',
      origin: origins.nats,
      process: nats.process,
      look: natsLook(nats.state),
    },
    {
      name: 'Sheets',
      does: 'the workbook, emulated',
      origin: origins.sheets,
      process: null,
      look: real('sheets', sheetsLook(sheets.url)),
    },
    {
      name: 'Telegram',
      does: 'the chats, emulated',
      origin: origins.telegram,
      process: null,
      look: real('telegram', telegramLook(telegram.url)),
    },
  ];
}
