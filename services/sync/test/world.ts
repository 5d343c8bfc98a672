import { isDeepStrictEqual } from 'node:util';
import type { ExecutionContext } from 'ava';
import { tables } from '@opsheet/shared/reference/tables/all';
import { loadRows } from '@opsheet/shared/reference/rows';
import { editField } from '@opsheet/shared/reference/edit';
import { systemClock } from '@opsheet/shared/runtime/clock';
import type { CacheEntry } from '@opsheet/shared/contracts/cache';
import type { PassReport } from '@opsheet/shared/contracts/sync';
import { testDatabase } from '@opsheet/shared/testing/database';
import pino from 'pino';
import { startSheets } from '../../../sandbox/sheets/emulator.ts';
import { seedWorkbook } from '../../../sandbox/seed/write-workbook.ts';
import type { OutsideEdit } from '../../../sandbox/sheets/outside-edit.ts';
import { tableNamed } from '@opsheet/shared/reference/tables/all';
import type { ReferenceTable } from '@opsheet/shared/contracts/reference';
import { newMemory } from '../src/memory.ts';
import { pass } from '../src/pass.ts';
import { loadOverview } from '../src/state.ts';
import { googleSheets } from '../src/sheets/google.ts';
import { governed } from '../src/sheets/quota.ts';
import type { Sheets } from '../src/sheets/sheets.ts';
import { openWorkbook } from '../src/workbook.ts';
import { testKey } from './key.ts';
import type { PassMeans } from '../src/means.ts';

type Cell = string | number | boolean | null;

/** A spreadsheet in the emulator, a database in PostgreSQL, and sync between them, pass by pass. */
export async function world(t: ExecutionContext, options: { around?: (sheets: Sheets) => Sheets } = {}) {
  const emulator = await startSheets({ port: 0, quota: { enabled: false } });
  t.teardown(() => emulator.close());
  const spreadsheetId = await seedWorkbook(emulator.url);
  const { database, url } = await testDatabase(t);
  const log = pino({ level: 'silent' });
  const google = googleSheets({
    rootUrl: `${emulator.url}/`,
    spreadsheetId,
    credentials: { clientEmail: 'sync@opsheet.example', privateKey: testKey() },
  });
  // Back-off within a call is tried elsewhere; here it takes no time.
  const clock = { now: systemClock.now, sleep: () => Promise.resolve() };
  const announced: CacheEntry[] = [];
  const fresh = (): PassMeans => {
    const sheets = governed(options.around?.(google) ?? google, {
      clock,
      chance: () => 0,
      log,
      stop: new AbortController().signal,
    });
    const workbook = openWorkbook(sheets, clock);
    return {
      tables,
      sheets,
      workbook,
      database,
      memory: newMemory(),
      announce: (entry) => announced.push(entry),
      clock,
      log,
    };
  };
  let means = fresh();

  async function call(path: string, method = 'GET', body?: unknown) {
    const response = await fetch(`${emulator.url}/v4/spreadsheets/${spreadsheetId}${path}`, {
      method,
      headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as Record<string, unknown>;
  }

  return {
    emulator,
    database,
    databaseUrl: url,
    /** One pass by a process that may have made passes before. */
    async pass(abandoned: AbortSignal = new AbortController().signal): Promise<PassReport> {
      const { pass: last } = await loadOverview(database.em());
      return pass(means, { number: last + 1, abandoned });
    },
    /** As after a crash: everything in memory is gone. */
    restart() {
      means = fresh();
    },
    means: () => means,
    /** What bots were told of, in order. */
    announced,
    /** The owner types into cells. */
    type: (range: string, values: Cell[][]) =>
      call(`/values/${encodeURIComponent(range)}?valueInputOption=USER_ENTERED`, 'PUT', { values }),
    /** What stands in a range, unformatted; blanks at the end are cut off. */
    async cells(range: string): Promise<Cell[][]> {
      const { values } = await call(`/values/${encodeURIComponent(range)}?valueRenderOption=UNFORMATTED_VALUE`);
      return (values ?? []) as Cell[][];
    },
    batch: (requests: unknown[]) => call(':batchUpdate', 'POST', { requests }),
    /** An edit by the owner just before (or after) the next matching call of sync. */
    meanwhile(
      match: { method: 'read' | 'write'; path?: string },
      edits: OutsideEdit[],
      when: 'before' | 'after' = 'before',
    ) {
      emulator.faults.queue({ match, times: 1, fault: { hook: edits, when } });
    },
    /** An admin's edit in the bot. */
    edit: (table: ReferenceTable, edit: { key: string; field: string; input: string }) =>
      database
        .em()
        .transactional((tx) =>
          editField(tx, tableNamed[table], edit, { actor: '700100001', service: 'bot', at: new Date() }),
        ),
    async rows(table: ReferenceTable) {
      const rows = await loadRows(database.em(), tableNamed[table]);
      return new Map(rows.map((row) => [row.key, row]));
    },
    sql: <Row>(text: string, values: unknown[] = []) => database.em().execute<Row[]>(text, values),
  };
}

export type World = Awaited<ReturnType<typeof world>>;

/** Makes passes until one finds nothing to do, and gives its report. */
export async function atRest(w: World): Promise<PassReport> {
  const passes = () => w.sql('select pass from sync_state');
  for (let tries = 0; tries < 5; tries += 1) {
    const before = await passes();
    const report = await w.pass();
    const isQuiet = report.calls.reads === 1 && report.calls.writes === 0;
    if (isQuiet && isDeepStrictEqual(before, await passes())) return report;
  }
  throw new Error('sync does not come to rest');
}
