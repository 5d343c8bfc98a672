import type { Bus } from '@opsheet/shared/bus/bus';
import { memoryNetwork, type MemoryNetwork } from '@opsheet/shared/bus/memory';
import type { ReferenceTable, RowValues } from '@opsheet/shared/contracts/reference';
import { type Database, openDatabase } from '@opsheet/shared/database/open';
import { type ChangeResult, changeRows } from '@opsheet/shared/reference/change';
import type { ChangeOrigin, RowChange } from '@opsheet/shared/reference/effect';
import { tableNamed } from '@opsheet/shared/reference/tables/all';
import { relay } from '@opsheet/shared/relay/relay';
import { systemClock as clock } from '@opsheet/shared/runtime/clock';
import { openMetrics } from '@opsheet/shared/runtime/metrics';
import type { Service } from '@opsheet/shared/runtime/service';
import { testDatabase } from '@opsheet/shared/testing/database';
import { recordedLog } from '@opsheet/shared/testing/recorded-log';
import type { ExecutionContext } from 'ava';
import type { MessageView } from '../../../sandbox/telegram/control/view/chat.ts';
import { telegramFor, type TestTelegram } from '../../../sandbox/test/telegram/client.ts';
import { assembleBot } from '../src/bot.ts';

export const owner = 1001;
export const admin = 1002;
export const budi = 2001;
export const lena = 2002;
export const customer = 3001;

const people = [
  { id: owner, firstName: 'Nadia', languageCode: 'en' },
  { id: admin, firstName: 'Agus', languageCode: 'en' },
  { id: budi, firstName: 'Budi', username: 'budi_shift', languageCode: 'en' },
  { id: lena, firstName: 'Lena <3', languageCode: 'ru' },
  { id: customer, firstName: 'Tom', languageCode: 'id' },
];

const fromTheSheet: ChangeOrigin = { side: 'sheets', actor: 'sheet', service: 'sync', pass: 1, at: new Date() };

/** A business with Telegram, a bus and a database, in which a test acts. */
export type Scene = {
  telegram: TestTelegram;
  database: Database;
  url: string;
  network: MemoryNetwork;
  /** A bus of the test's own, to play the other services. */
  bus: Bus;
  startBot: (options?: BotOptions) => Promise<RunningBot>;
  /** Writes as a person and gives the bot's next message. */
  say: (user: number, text: string) => Promise<MessageView>;
  /** Presses a button of a message; gives the message as it is when the press was answered, and the toast. */
  press: (user: number, message: MessageView, button: string) => Promise<{ message: MessageView; toast: string }>;
  /** A change from the sheet's side. */
  write: (table: ReferenceTable, key: string, values: RowValues) => Promise<ChangeResult>;
  retire: (table: ReferenceTable, key: string) => Promise<ChangeResult>;
};

export type BotOptions = { id?: string; url?: string; syncTimeoutSeconds?: number };

export type RunningBot = ReturnType<typeof assembleBot> & {
  lines: ReturnType<typeof recordedLog>['lines'];
  /** Stops it as SIGTERM does. */
  stop: () => Promise<void>;
};

export async function openScene(t: ExecutionContext): Promise<Scene> {
  const { database, url } = await testDatabase(t);
  const telegram = await telegramFor(t, { people, requests: 'all' });
  const network = memoryNetwork();
  const bus = network.bus();
  t.teardown(() => bus[Symbol.asyncDispose]());
  run(t, [relay({ url, bus: network.bus(), clock, log: recordedLog().log })]);
  const scene = { telegram, database, url, network, bus };

  const change = (table: ReferenceTable, one: RowChange) =>
    database.em().transactional((tx) => changeRows(tx, tableNamed[table], [one], fromTheSheet));
  const write: Scene['write'] = (table, key, values) =>
    change(table, { kind: 'write', key, values, syncStatus: 'synced' });
  await write('employee_settings', String(budi), pay(budi, '15.00', '8.00'));
  await write('employee_settings', String(lena), pay(lena, '17.50', '9.50'));

  return {
    ...scene,
    write,
    retire: (table, key) => change(table, { kind: 'retire', key, syncStatus: 'synced' }),
    startBot: (options) => startBot(t, scene, options),
    async say(user, text) {
      const { message_id: sent } = await telegram.send(user, text);
      return telegram.sees(user, ({ from, message_id: id }) => from === 'bot' && id > sent);
    },
    async press(user, { message_id: id }, label) {
      const { callback_query_id: query } = await telegram.press(user, id, label);
      const { body } = await telegram.control('GET', `callbacks/${query}?wait=30`);
      await settled(database);
      const message = await telegram.sees(user, (one) => one.message_id === id);
      return { message, toast: String(Object(body).text ?? '') };
    },
  };
}

export const pay = (id: number, hourlyWage: string, salesCommission: string): RowValues => ({
  employeeId: String(id),
  hourlyWage,
  salesCommission,
});

/** Resolves when no update is open any more. */
export async function settled(database: Database): Promise<void> {
  const open = `select count(*)::int as count from telegram_update where state <> 'done'`;
  for (;;) {
    const [row] = await database.em().execute<{ count: number }[]>(open);
    if (row?.count === 0) return;
  }
}

async function startBot(
  t: ExecutionContext,
  { telegram, network, url }: Pick<Scene, 'telegram' | 'network' | 'url'>,
  options: BotOptions = {},
): Promise<RunningBot> {
  const { log, lines } = recordedLog();
  const botUrl = options.url ?? url;
  const database = await openDatabase({ url: botUrl, name: 'bot under test' });
  t.teardown(() => database[Symbol.asyncDispose]());
  const bus = network.bus();
  t.teardown(() => bus[Symbol.asyncDispose]());
  const config = {
    DATABASE_URL: botUrl,
    TELEGRAM_BOT_TOKEN: telegram.botToken,
    TELEGRAM_API_URL: telegram.url,
    TELEGRAM_ADMIN_IDS: [String(owner), String(admin)],
    TELEGRAM_OWNER_IDS: [],
    SYNC_TIMEOUT_SECONDS: options.syncTimeoutSeconds ?? 1,
  };
  const id = options.id ?? 'bot-1';
  const bot = assembleBot({ id, config, database, bus, metrics: openMetrics('bot'), clock, chance: Math.random, log });
  const stop = run(t, bot.services);
  // By then the store is loaded, or it is known that the database is away.
  await lines.until((all) => all.some(({ msg }) => msg.startsWith('Database schema')));
  return { ...bot, lines, stop };
}

function run(t: ExecutionContext, services: readonly Service[]): () => Promise<void> {
  const stop = new AbortController();
  const ended = Promise.all(services.map((service) => service.run(stop.signal)));
  const end = async () => {
    stop.abort();
    await ended;
  };
  t.teardown(end);
  return end;
}
