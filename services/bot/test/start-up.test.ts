import { handler } from '@opsheet/shared/bus/bus';
import { botStatus } from '@opsheet/shared/contracts/bot';
import { type PassReport, syncRun } from '@opsheet/shared/contracts/sync';
import test from 'ava';
import { budi, openScene } from './scene.ts';

const pulled = (table: 'employee_settings' | 'dynamic_rates' | 'ranks', rows: number) => ({
  table,
  pulled: rows,
  applied: 0,
  pushed: 0,
  conflicts: 0,
  errors: 0,
  quarantine: null,
});

const report: PassReport = {
  pass: 1,
  outcome: 'done',
  startedAt: '2026-01-31T12:00:00Z',
  durationMs: 12,
  reason: null,
  calls: { reads: 1, writes: 0 },
  tables: [pulled('employee_settings', 7), pulled('dynamic_rates', 4), pulled('ranks', 6)],
};

test('a start is told in the phrases of the seeds, in their order, with the real counts (A11, B08)', async (t) => {
  const scene = await openScene(t);
  await scene.bus.serve({ name: 'sync', version: '1.0.0', description: 'played by a test' }, [
    handler(syncRun, async () => report),
  ]);
  const bot = await scene.startBot();
  const lines = await bot.lines.until((all) => all.some(({ msg }) => msg === 'Bot started successfully'));
  t.deepEqual(
    lines.map(({ msg }) => msg).filter((msg) => /^[A-Z]/.test(msg)),
    [
      'CacheManager initialized',
      'Database schema initialized',
      'Performing initial sync from Google Sheets...',
      'Pulled 7 EmployeeSettings records',
      'Pulled 4 DynamicRates records',
      'Pulled 6 Ranks records',
      'Initial sync completed',
      'HybridService initialized with caching + bidirectional sync',
      'Bot started successfully',
    ],
  );
});

test('opsheet.bot.status tells what is served and who polls', async (t) => {
  const scene = await openScene(t);
  await scene.startBot({ id: 'bot-7' });
  await scene.say(budi, '/start');
  const answer = await scene.bus.request(botStatus, {});
  if (!answer.ok) return t.fail(answer.message);
  t.like(answer.reply, { process: 'bot-7', polling: true });
  t.false(answer.reply.store.stale);
  t.deepEqual(
    answer.reply.store.tables.map(({ table, rows }) => [table, rows]),
    [
      ['employee_settings', 2],
      ['dynamic_rates', 0],
      ['ranks', 0],
      ['people', 1],
    ],
  );
});
