import { openDatabase } from '@opsheet/shared/database/open';
import type { PassReport } from '@opsheet/shared/contracts/sync';
import { tables } from '@opsheet/shared/reference/tables/all';
import { systemClock as clock } from '@opsheet/shared/runtime/clock';
import { readCredentials } from '../../services/sync/src/config.ts';
import { newMemory } from '../../services/sync/src/memory.ts';
import { pass } from '../../services/sync/src/pass.ts';
import { googleSheets } from '../../services/sync/src/sheets/google.ts';
import { governed } from '../../services/sync/src/sheets/quota.ts';
import { loadOverview } from '../../services/sync/src/state.ts';
import { openWorkbook } from '../../services/sync/src/workbook.ts';
import { serve } from './actor.ts';
import { actorLog } from './log.ts';
import { now } from './now.ts';
import type { PassMeans } from '../../services/sync/src/means.ts';

/** What one pass cost this process: processor time of all its threads, garbage collection included, and time on the wall. */
export type PassCost = { cpuMs: number; wallMs: number; report: PassReport };

type Where = { databaseUrl: string; sheetsUrl: string; spreadsheetId: string; credentialsFile: string; folder: string };

let means: PassMeans | undefined;

/** The pass of sync with all that it holds, and nothing else of the service. */
const calls = {
  async open({ databaseUrl, sheetsUrl, spreadsheetId, credentialsFile, folder }: Where): Promise<void> {
    const log = actorLog('sync', folder);
    const google = googleSheets({
      rootUrl: `${sheetsUrl}/`,
      spreadsheetId,
      credentials: readCredentials(credentialsFile),
    });
    // Time of its own for the quota: passes follow each other at once here, and none may wait for the next minute.
    let minutes = 0;
    const hurried = { ...clock, now: () => clock.now() + (minutes += 1) * 60_000 };
    const sheets = governed(google, { clock: hurried, chance: Math.random, log, stop: new AbortController().signal });
    const database = await openDatabase({ url: databaseUrl, name: 'bench sync' });
    const workbook = openWorkbook(sheets, clock);
    means = { tables, sheets, workbook, database, memory: newMemory(), announce: () => {}, clock, log };
  },
  async pass(): Promise<PassCost> {
    if (!means) throw new Error('not opened');
    const { pass: last } = await loadOverview(means.database.em());
    const began = now();
    const before = process.cpuUsage();
    const report = await pass(means, { number: last + 1, abandoned: new AbortController().signal });
    const { user, system } = process.cpuUsage(before);
    return { cpuMs: (user + system) / 1_000, wallMs: now() - began, report };
  },
};
export type SyncActor = typeof calls;

serve(calls);
