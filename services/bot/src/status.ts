import type { Bus } from '@opsheet/shared/bus/bus';
import { type BotStatus } from '@opsheet/shared/contracts/bot';
import { cachedTables } from '@opsheet/shared/contracts/cache';
import type { Database } from '@opsheet/shared/database/open';
import { type Health, natsCheck, postgresCheck } from '@opsheet/shared/runtime/health';
import { Gauge, type Registry } from '@opsheet/shared/runtime/metrics';
import type { Api } from 'grammy';
import type { Store } from './store/store.ts';
import type { Poller } from './updates/poller.ts';

type Parts = { id: string; store: Store; poller: Pick<Poller, 'isPolling'> };

/** What this process serves, for opsheet.bot.status and /health. */
export const botStatusOf = ({ id, store, poller }: Parts): BotStatus => ({
  process: id,
  polling: poller.isPolling(),
  store: {
    stale: store.stale(),
    tables: cachedTables.map((table) => ({
      table,
      version: store.version(table),
      rows: store.tables[table].rows().size,
    })),
  },
});

type HealthParts = Parts & { database: Database; bus: Bus; api: Api };

/** Ready as soon as there is anything to serve; whole when PostgreSQL, NATS and Telegram answer and the store is fresh. */
export function botHealth({ database, bus, api, ...parts }: HealthParts): Health {
  const { store } = parts;
  return {
    ready: () => store.origin() !== 'nothing',
    checks: [
      postgresCheck(() => database.em().execute('select 1')),
      natsCheck(bus.state),
      {
        name: 'telegram',
        async look() {
          await api.getMe();
          return { ok: true, detail: 'answers' };
        },
      },
      {
        name: 'store',
        look: () =>
          store.stale()
            ? { ok: false, detail: `stale, serving what came from ${store.origin()}` }
            : { ok: true, detail: 'fresh' },
      },
    ],
    facts: () => ({ bot: botStatusOf(parts) }),
  };
}

/** The store in figures, looked at when somebody asks for the metrics. */
export function measureStore(store: Store, registry: Registry): void {
  const versions = new Gauge({
    name: 'opsheet_bot_store_version',
    help: 'Version of each table that this process serves; -1 before anything came from PostgreSQL',
    labelNames: ['table'],
    registers: [],
    collect() {
      for (const table of cachedTables) this.set({ table }, store.version(table));
    },
  });
  const stale = new Gauge({
    name: 'opsheet_bot_store_stale',
    help: '1 while the store cannot promise to hold what was committed 4 s ago',
    registers: [],
    collect() {
      this.set(store.stale() ? 1 : 0);
    },
  });
  registry.registerMetric(versions);
  registry.registerMetric(stale);
}
