import type { Logger } from '@opsheet/shared/runtime/log';

/** The log phrases of the earlier systems, kept so that the documented greps go on working (seed items A15, B06, B09, B22). */
export function phrases(log: Logger) {
  return {
    initialized: (seconds: number) => log.info(`StandaloneSyncWorker initialized (interval: ${seconds}s)`),
    onceMode: () => log.info('Running sync worker in ONCE mode'),
    onceDone: () => log.info('Sync completed successfully'),
    starting({ seconds, database }: { seconds: number; database: string }) {
      log.info('SYNC WORKER STARTING');
      log.info('Mode: CONTINUOUS');
      log.info(`Interval: ${seconds} seconds`);
      log.info(`Database: ${database}`);
    },
    openingSheets: () => log.info('Initializing Google Sheets service...'),
    openingManager: () => log.info('Initializing sync manager...'),
    opened: () => log.info('Services initialized successfully'),
    schemaReady: () => log.info('Database schema initialized'),
    firstSync() {
      log.info('Performing initial sync...');
      log.info('Starting full sync from Sheets...');
    },
    enteringLoop(seconds: number) {
      log.info('Initial sync completed');
      log.info(`Background sync worker started (interval: ${seconds}s)`);
      log.info('Entering continuous sync loop...');
    },
    next: (at: Date, seconds: number) => log.debug(`Next sync at ${at.toISOString().slice(11, 19)} (${seconds}s)`),
  };
}

export type Phrases = ReturnType<typeof phrases>;
