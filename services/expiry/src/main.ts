import { natsBus } from '@opsheet/shared/bus/nats';
import { serving } from '@opsheet/shared/bus/serving';
import { openDatabase } from '@opsheet/shared/database/open';
import { relay } from '@opsheet/shared/relay/relay';
import { systemClock as clock } from '@opsheet/shared/runtime/clock';
import { readConfig } from '@opsheet/shared/runtime/config';
import { httpService } from '@opsheet/shared/runtime/http';
import { openLog } from '@opsheet/shared/runtime/log';
import { openMetrics } from '@opsheet/shared/runtime/metrics';
import { runAll, untilSignal } from '@opsheet/shared/runtime/service';
import { start } from '@opsheet/shared/runtime/start';
import manifest from '../package.json' with { type: 'json' };
import { cleanUp } from './clean-up.ts';
import { expiryCommands } from './commands.ts';
import { expiryConfig } from './config.ts';
import { expiryHealth } from './health.ts';
import { sweeper } from './sweeper.ts';

await start(async () => {
  const config = readConfig(expiryConfig, process.env);
  const signal = untilSignal();
  const intervalSeconds = config.EXPIRY_INTERVAL_SECONDS;
  const url = config.DATABASE_URL;

  await using open = new AsyncDisposableStack();
  const log = open.use(openLog({ service: 'expiry', level: config.LOG_LEVEL, directory: config.LOG_DIR, clock }));
  const database = open.use(await openDatabase({ url, name: 'opsheet expiry' }));
  const bus = open.use(natsBus({ url: config.NATS_URL, name: 'opsheet expiry', clock, log }));
  // Deadlines of orders and shifts come with the shop and the shifts.
  const deadlines = sweeper({ deadlines: [cleanUp({ em: database.em, clock, log })], intervalSeconds, clock, log });
  const health = expiryHealth({ sweeper: deadlines, database, bus, clock, intervalSeconds });
  const metrics = openMetrics('expiry');
  await runAll(
    [
      deadlines,
      serving({
        bus,
        service: { name: 'expiry', version: manifest.version, description: 'Looks after deadlines' },
        handlers: expiryCommands(deadlines),
      }),
      relay({ url, bus, clock, log }),
      httpService({
        host: config.EXPIRY_HOST,
        port: config.EXPIRY_PORT,
        portVariable: 'EXPIRY_PORT',
        health,
        metrics,
        log,
      }),
    ],
    signal,
    log,
  );
});
