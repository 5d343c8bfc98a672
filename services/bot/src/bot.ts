import type { Bus } from '@opsheet/shared/bus/bus';
import type { Database } from '@opsheet/shared/database/open';
import type { Clock } from '@opsheet/shared/runtime/clock';
import type { Health } from '@opsheet/shared/runtime/health';
import type { Logger } from '@opsheet/shared/runtime/log';
import type { Registry } from '@opsheet/shared/runtime/metrics';
import type { Service } from '@opsheet/shared/runtime/service';
import { openApi } from './bot/api.ts';
import { conversation } from './bot/conversation.ts';
import { deliverer } from './bot/deliver.ts';
import { identity, onceKnown } from './bot/identity.ts';
import { offerMenus } from './bot/offer-menus.ts';
import { retrying } from './bot/retrying.ts';
import type { BotConfig } from './config.ts';
import { recordBlocked } from './people/record.ts';
import { staffOf } from './people/role.ts';
import { busService } from './serve.ts';
import { startUp } from './start-up.ts';
import { botHealth, botStatusOf, measureStore } from './status.ts';
import { followStore } from './store/follow.ts';
import { refresher } from './store/refresh.ts';
import { databaseSource } from './store/snapshot.ts';
import { openStore, type Store } from './store/store.ts';
import { noticeHandlers } from './sync/notices.ts';
import { loadTexts } from './texts/texts.ts';
import { traffic } from './traffic.ts';
import { directly } from './updates/direct.ts';
import { handle, type HandleParts } from './updates/handle.ts';
import { openInbox } from './updates/inbox.ts';
import { pollLease } from './updates/lease.ts';
import { openPoller } from './updates/poller.ts';
import { receiver } from './updates/receive.ts';
import { workers } from './updates/workers.ts';

/** How long one call to Telegram may take, in seconds; for updates longer than Telegram holds the request open. */
const callSeconds = 10;
const pollSeconds = 40;

export type BotParts = {
  /** Names this process in opsheet.bot.status. */
  id: string;
  config: Pick<
    BotConfig,
    | 'DATABASE_URL'
    | 'TELEGRAM_BOT_TOKEN'
    | 'TELEGRAM_API_URL'
    | 'TELEGRAM_ADMIN_IDS'
    | 'TELEGRAM_OWNER_IDS'
    | 'SYNC_TIMEOUT_SECONDS'
  >;
  database: Database;
  bus: Bus;
  metrics: Registry;
  clock: Clock;
  /** A number from 0 to 1, for jitter. */
  chance: () => number;
  log: Logger;
};

export type Bot = { services: readonly Service[]; health: Health; store: Store };

/** Everything the bot does, tied together over its ports. */
export function assembleBot({ id, config, database, bus, metrics, clock, chance, log }: BotParts): Bot {
  const url = config.DATABASE_URL;
  const timeoutMs = config.SYNC_TIMEOUT_SECONDS * 1000;
  const staff = staffOf({ owners: config.TELEGRAM_OWNER_IDS, admins: config.TELEGRAM_ADMIN_IDS });
  const spoken = loadTexts();
  const store = openStore(clock);
  const refresh = refresher({ store, source: databaseSource(database), clock, log });
  const inbox = openInbox(database);

  const telegram = (timeoutSeconds: number) =>
    openApi({ token: config.TELEGRAM_BOT_TOKEN, url: config.TELEGRAM_API_URL, timeoutSeconds });
  const api = telegram(callSeconds);
  api.config.use(retrying({ clock, chance }));
  const who = identity({ api: telegram(callSeconds), clock, log, chance });
  const onBlocked = (chat: string) => recordBlocked(database.em(), chat, true);
  const deliver = deliverer({ api, spoken, log, onBlocked });

  const handling: HandleParts = {
    turn: { api, me: who.known, store, database, staff, spoken, deliver },
    conversation: conversation({ store, bus, database, clock, spoken, syncTimeoutMs: timeoutMs }),
    inbox,
    refresh,
    announce: bus.cache.announce,
    clock,
    log,
    traffic: traffic(metrics),
  };
  const direct = directly(handling);
  const poller = openPoller({
    api: telegram(pollSeconds),
    lease: pollLease({ url, clock, log }),
    receive: receiver({ inbox, direct, clock, log }),
    idle: direct.idle,
    clock,
    log,
    chance,
  });
  const working = workers({ url, inbox, handle: (open) => handle(handling, open), clock, log });
  const status = { id, store, poller };
  measureStore(store, metrics);

  return {
    store,
    health: botHealth({ ...status, database, bus, api: telegram(callSeconds) }),
    services: [
      followStore({ store, refresh, bus, clock, log }),
      busService({
        bus,
        database,
        status: () => botStatusOf(status),
        handlers: noticeHandlers({ inbox, store, staff, spoken }),
        log,
      }),
      onceKnown(who, working),
      onceKnown(who, poller),
      onceKnown(who, offerMenus({ api: telegram(callSeconds), store, staff, spoken, log })),
      startUp({ database, bus, refresh, clock, log, timeoutMs }),
    ],
  };
}
