import type { Answer, Bus } from '@opsheet/shared/bus/bus';
import { type PassReport, syncRun } from '@opsheet/shared/contracts/sync';
import type { Database } from '@opsheet/shared/database/open';
import { tableNamed } from '@opsheet/shared/reference/tables/all';
import { aborted } from '@opsheet/shared/runtime/aborted';
import type { Clock } from '@opsheet/shared/runtime/clock';
import type { Logger } from '@opsheet/shared/runtime/log';
import type { Service } from '@opsheet/shared/runtime/service';
import type { Refresh } from './store/refresh.ts';

/** How often sync is asked again at start while nobody answers, in ms. */
const askAgainMs = 1_000;

type Parts = { database: Database; bus: Bus; refresh: Refresh; clock: Clock; log: Logger; timeoutMs: number };

/**
 * Tells how the start goes, in the phrases that operators grep for (seed items A11, B08), and asks sync for one pass.
 * Nobody waits for it: the bot answers from what it has loaded meanwhile. It never syncs by itself.
 */
export function startUp({ database, bus, refresh, clock, log, timeoutMs }: Parts): Service {
  async function lookAtSchema(): Promise<void> {
    try {
      await refresh.now();
      const [row] = await database
        .em()
        .execute<{ value: string }[]>(`select value from _schema_metadata where key = 'schema_version'`);
      log.info({ schemaVersion: row?.value }, 'Database schema initialized');
    } catch (error) {
      log.warn({ reason: database.explain(error) }, 'Database schema not looked at');
    }
  }

  /** Asks until somebody answers or the time is up. */
  async function askForPass(signal: AbortSignal): Promise<Answer<PassReport>> {
    const until = clock.now() + timeoutMs;
    for (;;) {
      const answer = await bus.request(syncRun, {}, { timeoutMs: Math.max(until - clock.now(), 1) });
      const isNobody = !answer.ok && (answer.reason === 'away' || answer.reason === 'nobody answers');
      if (!isNobody || signal.aborted || clock.now() + askAgainMs > until) return answer;
      await clock.sleep(askAgainMs, signal);
    }
  }

  function tellOfPass(answer: Answer<PassReport>): void {
    if (!answer.ok) return log.warn({ reason: answer.message }, 'Initial sync failed');
    const { outcome, reason, pass, durationMs, tables } = answer.reply;
    if (outcome === 'failed' || outcome === 'paused')
      return log.warn({ pass, reason: reason ?? `sync is ${outcome}` }, 'Initial sync failed');
    for (const { table, pulled } of tables) log.info(`Pulled ${pulled} ${tableNamed[table].tab} records`);
    log.info({ pass, outcome, durationMs }, 'Initial sync completed');
  }

  return {
    name: 'start-up',
    async run(signal) {
      log.info('CacheManager initialized');
      await lookAtSchema();
      log.info('Performing initial sync from Google Sheets...');
      const answer = await askForPass(signal);
      if (signal.aborted) return;
      tellOfPass(answer);
      log.info('HybridService initialized with caching + bidirectional sync');
      log.info('Bot started successfully');
      await aborted(signal);
    },
  };
}
