import { randomInt } from 'node:crypto';
import { hostname } from 'node:os';
import { natsBus } from '@opsheet/shared/bus/nats';
import { openDatabase } from '@opsheet/shared/database/open';
import { relay } from '@opsheet/shared/relay/relay';
import { systemClock as clock } from '@opsheet/shared/runtime/clock';
import { readConfig } from '@opsheet/shared/runtime/config';
import { httpService } from '@opsheet/shared/runtime/http';
import { openLog } from '@opsheet/shared/runtime/log';
import { openMetrics } from '@opsheet/shared/runtime/metrics';
import { runAll, untilSignal } from '@opsheet/shared/runtime/service';
import { start } from '@opsheet/shared/runtime/start';
import { assembleBot } from './bot.ts';
import { BotConfig } from './config.ts';

const chance = () => randomInt(1_000_000) / 1_000_000;

/** The bot: it talks with people on Telegram and serves them from memory. */
await start(async () => {
  const config = readConfig(BotConfig, process.env);
  await using resources = new AsyncDisposableStack();
  const log = resources.use(openLog({ service: 'bot', level: config.LOG_LEVEL, directory: config.LOG_DIR, clock }));
  const database = resources.use(await openDatabase({ url: config.DATABASE_URL, name: 'opsheet bot' }));
  const bus = resources.use(natsBus({ url: config.NATS_URL, name: 'bot', clock, log }));
  const metrics = openMetrics('bot');
  const id = `${hostname()}-${process.pid}`;

  const { services, health } = assembleBot({ id, config, database, bus, metrics, clock, chance, log });
  const http = httpService({
    host: config.BOT_HOST,
    port: config.BOT_PORT,
    portVariable: 'BOT_PORT',
    health,
    metrics,
    log,
  });
  const carrying = relay({ url: config.DATABASE_URL, bus, clock, log });
  await runAll([http, carrying, ...services], untilSignal(), log);
});
