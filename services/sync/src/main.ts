import { natsBus } from '@opsheet/shared/bus/nats';
import { serving } from '@opsheet/shared/bus/serving';
import { openDatabase } from '@opsheet/shared/database/open';
import { relay } from '@opsheet/shared/relay/relay';
import { tables } from '@opsheet/shared/reference/tables/all';
import { systemClock as clock } from '@opsheet/shared/runtime/clock';
import { httpService } from '@opsheet/shared/runtime/http';
import { openLog } from '@opsheet/shared/runtime/log';
import { openMetrics } from '@opsheet/shared/runtime/metrics';
import { runAll, untilSignal } from '@opsheet/shared/runtime/service';
import { start } from '@opsheet/shared/runtime/start';
import manifest from '../package.json' with { type: 'json' };
import { syncCommands } from './commands.ts';
import { readCredentials, readSyncConfig } from './config.ts';
import { cycleLog } from './cycle-log.ts';
import { syncHealth } from './health.ts';
import { newMemory } from './memory.ts';
import { syncMetrics } from './metrics.ts';
import { once } from './once.ts';
import { phrases } from './phrases.ts';
import { passRunner } from './runner.ts';
import { schedule } from './schedule.ts';
import { googleSheets } from './sheets/google.ts';
import { governed } from './sheets/quota.ts';
import { openWorkbook } from './workbook.ts';

await start(async () => {
  const config = readSyncConfig(process.env, process.argv.slice(2));
  const credentials = readCredentials(config.GOOGLE_CREDENTIALS_FILE);
  const signal = untilSignal();
  const intervalSeconds = config.SYNC_INTERVAL_SECONDS;
  const url = config.DATABASE_URL;

  await using open = new AsyncDisposableStack();
  const log = open.use(openLog({ service: 'sync', level: config.LOG_LEVEL, directory: config.LOG_DIR, clock }));
  const say = phrases(log);
  if (config.mode === 'continuous')
    say.starting({ seconds: intervalSeconds, database: new URL(url).host + new URL(url).pathname });
  say.openingSheets();
  const google = googleSheets({
    rootUrl: config.GOOGLE_SHEETS_URL,
    spreadsheetId: config.GOOGLE_SPREADSHEET_ID,
    credentials,
  });
  const sheets = governed(google, { clock, chance: Math.random, log, stop: signal });
  say.openingManager();
  const database = open.use(await openDatabase({ url, name: 'opsheet sync' }));
  const bus = open.use(natsBus({ url: config.NATS_URL, name: 'opsheet sync', clock, log }));
  const { announce } = bus.cache;
  const workbook = openWorkbook(sheets, clock);
  const means = { tables, sheets, workbook, database, memory: newMemory(), announce, clock, log };
  const metrics = openMetrics('sync');
  const cycles = cycleLog({ tables, log, clock });
  const runner = passRunner(means, { cycles, metrics: syncMetrics(metrics) });
  say.opened();
  // Awaited here: what is open must outlive it.
  if (config.mode === 'once') return await once({ url, runner, say, intervalSeconds, signal });

  const passes = schedule({
    url,
    database,
    runner,
    cycles,
    phrases: say,
    intervalSeconds,
    clock,
    chance: Math.random,
    log,
  });
  const handlers = syncCommands({ means, runner, schedule: passes, intervalSeconds });
  const health = syncHealth({ runner, database, bus, clock, intervalSeconds });
  await runAll(
    [
      passes,
      serving({
        bus,
        service: {
          name: 'sync',
          version: manifest.version,
          description: 'Keeps the Google Sheet and the database the same',
        },
        handlers,
      }),
      relay({ url, bus, clock, log }),
      httpService({ host: config.SYNC_HOST, port: config.SYNC_PORT, portVariable: 'SYNC_PORT', health, metrics, log }),
    ],
    signal,
    log,
  );
});
