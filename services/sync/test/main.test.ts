import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { testDatabase } from '@opsheet/shared/testing/database';
import { freePort } from '../../../sandbox/infrastructure/child.ts';
import { findNatsServer, startNatsServer } from '../../../sandbox/infrastructure/nats.ts';
import { seedWorkbook } from '../../../sandbox/seed/write-workbook.ts';
import { startSheets } from '../../../sandbox/sheets/emulator.ts';
import { testKey } from './key.ts';

const source = join(import.meta.dirname, '../src');

type Run = {
  child: ChildProcess;
  lines: string[];
  line: (match: RegExp) => Promise<string>;
  ended: Promise<number | null>;
  errors: () => string;
};

/** A process of the service. `line` resolves with the first log message that fits, now or later. */
function run(
  t: ExecutionContext,
  file: string,
  { args = [], env }: { args?: string[]; env: Record<string, string> },
): Run {
  const child = spawn(process.execPath, [join(source, file), ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  let errors = '';
  let rest = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) lines.push(part.startsWith('{') ? (JSON.parse(part) as { msg: string }).msg : part);
    for (const look of waiting) look();
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  t.teardown(() => {
    child.kill('SIGKILL');
  });
  const line = (match: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = lines.find((one) => match.test(one));
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      void ended.then((code) => reject(new Error(`ended with ${code} before ${match}: ${errors} ${lines.join('\n')}`)));
      look();
    });
  return { child, lines, line, ended, errors: () => errors };
}

async function place(t: ExecutionContext) {
  const folder = await mkdtemp(join(tmpdir(), 'opsheet-sync-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  const sheets = await startSheets({ port: 0 });
  t.teardown(() => sheets.close());
  const credentials = join(folder, 'key.json');
  await writeFile(credentials, JSON.stringify({ client_email: 'sync@opsheet.example', private_key: testKey() }));
  const { url } = await testDatabase(t);
  return {
    sheets,
    env: {
      DATABASE_URL: url,
      NATS_URL: 'nats://127.0.0.1:1',
      GOOGLE_SHEETS_URL: `${sheets.url}/`,
      GOOGLE_SPREADSHEET_ID: await seedWorkbook(sheets.url),
      GOOGLE_CREDENTIALS_FILE: credentials,
      SYNC_PORT: String(await freePort()),
      LOG_DIR: join(folder, 'logs'),
    },
  };
}

/** The phrases stand in the log in this order, others between them. */
function inOrder(t: ExecutionContext, lines: readonly string[], phrases: readonly (string | RegExp)[]): void {
  let from = 0;
  for (const phrase of phrases) {
    const index = lines.findIndex(
      (line, at) => at >= from && (typeof phrase === 'string' ? line === phrase : phrase.test(line)),
    );
    t.not(index, -1, `${phrase} after line ${from} of\n${lines.join('\n')}`);
    from = index + 1;
  }
}

const pulled = ['Pulled 7 EmployeeSettings records', 'Pulled 4 DynamicRates records', 'Pulled 6 Ranks records'];

test('B05 B06 --once makes one pass, says so in the phrases of the original and ends with 0', async (t) => {
  const { env } = await place(t);
  const { ended, lines } = run(t, 'main.ts', { args: ['--once', '--interval', '300'], env });
  t.is(await ended, 0);
  inOrder(t, lines, [
    'StandaloneSyncWorker initialized (interval: 300s)',
    'Running sync worker in ONCE mode',
    'Database schema initialized',
    'Starting sync cycle #1',
    'Pulling changes from Google Sheets...',
    ...pulled,
    /^Pull completed: \{/,
    /^Sync cycle #1 completed in \d+\.\d\ds$/,
    'Sync completed successfully',
  ]);
});

test('B09 A15 B25 it runs without NATS, says what it does, answers health and stops cleanly', async (t) => {
  const { env } = await place(t);
  const down = run(t, 'healthcheck.ts', { env: { SYNC_PORT: env.SYNC_PORT } });
  t.is(await down.ended, 1);
  t.regex(down.lines.join(), /ERROR: Sync worker is not running/);

  const sync = run(t, 'main.ts', { env });
  await sync.line(/^Entering continuous sync loop/);
  inOrder(t, sync.lines, [
    'SYNC WORKER STARTING',
    'Mode: CONTINUOUS',
    'Interval: 5 seconds',
    /^Database: 127\.0\.0\.1/,
    'Initializing Google Sheets service...',
    'Initializing sync manager...',
    'Services initialized successfully',
    'Performing initial sync...',
    'Starting full sync from Sheets...',
    'Starting sync cycle #1',
    ...pulled,
    /^Sync cycle #1 completed in/,
    'Full sync completed',
    'Initial sync completed',
    'Background sync worker started (interval: 5s)',
  ]);
  const up = run(t, 'healthcheck.ts', { env: { SYNC_PORT: env.SYNC_PORT } });
  t.is(await up.ended, 0, up.errors());
  t.regex(up.lines.join('\n'), /OK: Sync worker healthy\nLast sync: 20/);
  const health = await fetch(`http://127.0.0.1:${env.SYNC_PORT}/health`);
  t.is(health.status, 503, 'NATS is away');
  t.like(await health.json(), {
    status: 'degraded',
    checks: { nats: { ok: false }, postgres: { ok: true }, sync: { ok: true } },
  });
  t.is((await fetch(`http://127.0.0.1:${env.SYNC_PORT}/ready`)).status, 200);
  t.regex(
    await (await fetch(`http://127.0.0.1:${env.SYNC_PORT}/metrics`)).text(),
    /opsheet_sync_passes_total\{outcome="done",service="sync"\} \d/,
  );
  sync.child.kill('SIGTERM');
  t.is(await sync.ended, 0);
});

test('a command over NATS answers with the report of a pass, and the last read is served', async (t) => {
  const { env } = await place(t);
  const nats = await startNatsServer({ binary: await findNatsServer({ progress: () => {} }), port: 0 });
  t.teardown(() => nats.stop());
  const sync = run(t, 'main.ts', { env: { ...env, NATS_URL: nats.url } });
  await sync.line(/^connected to NATS/);
  await sync.line(/^Entering continuous sync loop/);
  const { natsBus } = await import('@opsheet/shared/bus/nats');
  const { syncRead, syncRun, syncStatus } = await import('@opsheet/shared/contracts/sync');
  const { systemClock } = await import('@opsheet/shared/runtime/clock');
  const { default: pino } = await import('pino');
  await using bus = natsBus({ url: nats.url, name: 'test', clock: systemClock, log: pino({ level: 'silent' }) });
  await new Promise<void>((resolve) => {
    if (bus.state() === 'connected') resolve();
    bus.onState((state) => state === 'connected' && resolve());
  });
  const ran = await bus.request(syncRun, {});
  t.like(ran, { ok: true, reply: { outcome: 'done', calls: { reads: 1, writes: 0 } } });
  const read = await bus.request(syncRead, { table: 'ranks' });
  t.is(read.ok && read.reply.tables[0]?.rows.length, 6);
  t.like(await bus.request(syncStatus, {}), {
    ok: true,
    reply: { state: 'running', tables: [{ pending: 0, synced: 7 }, { synced: 4 }, { synced: 6 }] },
  });
});

test('a server that cannot be reached, a spreadsheet that is not shared and bad settings end --once with words', async (t) => {
  const { env } = await place(t);
  const noDatabase = run(t, 'main.ts', {
    args: ['--once'],
    env: { ...env, DATABASE_URL: 'postgres://a:b@127.0.0.1:1/opsheet' },
  });
  t.is(await noDatabase.ended, 1);
  t.regex(noDatabase.errors(), /ECONNREFUSED/);
  const noSheet = run(t, 'main.ts', { args: ['--once'], env: { ...env, GOOGLE_SPREADSHEET_ID: 'nobody-knows-it' } });
  t.is(await noSheet.ended, 1);
  t.regex(noSheet.errors(), /Requested entity was not found.*share the spreadsheet with the service account/);
  const nothing = run(t, 'main.ts', { env: {} });
  t.is(await nothing.ended, 1);
  t.regex(nothing.errors(), /The configuration has 4 problem\(s\)/);
});
