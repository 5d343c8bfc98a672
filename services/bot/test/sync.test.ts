import { handler } from '@opsheet/shared/bus/bus';
import { record } from '@opsheet/shared/bus/outbox';
import {
  type ConflictRecord,
  type PassReport,
  syncApprove,
  syncConflict,
  syncFailed,
  syncHeld,
  syncRun,
  syncStatus,
} from '@opsheet/shared/contracts/sync';
import test from 'ava';
import { admin, openScene, owner, type Scene, settled } from './scene.ts';

const sync = { name: 'sync', version: '1.0.0', description: 'played by a test' } as const;

const report = (changes: Partial<PassReport> = {}): PassReport => ({
  pass: 7,
  outcome: 'done',
  startedAt: '2026-01-31T12:00:00Z',
  durationMs: 1234,
  reason: null,
  calls: { reads: 1, writes: 0 },
  tables: [
    { table: 'employee_settings', pulled: 7, applied: 1, pushed: 2, conflicts: 0, errors: 0, quarantine: null },
    { table: 'dynamic_rates', pulled: 4, applied: 0, pushed: 0, conflicts: 0, errors: 0, quarantine: null },
    { table: 'ranks', pulled: 6, applied: 0, pushed: 0, conflicts: 0, errors: 0, quarantine: null },
  ],
  ...changes,
});

const becomes = (scene: Scene, user: number, words: string) =>
  scene.telegram.sees(user, ({ from, text }) => from === 'bot' && (text?.includes(words) ?? false));

test('/sync_force shows at once that it works, and then the result in the same message', async (t) => {
  const scene = await openScene(t);
  const running = Promise.withResolvers<PassReport>();
  await scene.bus.serve(sync, [handler(syncRun, () => running.promise)]);
  await scene.startBot({ syncTimeoutSeconds: 30 });
  const shown = await scene.say(owner, '/sync_force');
  t.is(shown.text, '🔄 Syncing with the sheet…');
  running.resolve(report());
  const result = await becomes(scene, owner, 'Synced');
  t.is(result.message_id, shown.message_id);
  t.is(result.text, '✅ Synced in 1.2 s.\n1 row taken from the sheet, 2 rows written to it, 0 conflicts.');
});

test('/sync_force with nobody there says so', async (t) => {
  const scene = await openScene(t);
  await scene.startBot();
  await scene.say(owner, '/sync_force');
  t.regex((await becomes(scene, owner, 'The sync is away')).text ?? '', /Nothing is lost/);
});

test('a pass that is held, paused or failed is told with its reason', async (t) => {
  const scene = await openScene(t);
  let outcome = report();
  await scene.bus.serve(sync, [handler(syncRun, async () => outcome)]);
  await scene.startBot();
  for (const [reply, words] of [
    [report({ outcome: 'held', reason: '3 of 7 rows would be deleted.' }), 'waits for the owner: 3 of 7 rows'],
    [report({ outcome: 'paused' }), 'The sync is paused'],
    [report({ outcome: 'failed', reason: 'no answer from <Google>' }), 'failed: no answer from <Google>'],
  ] as const) {
    outcome = reply;
    await scene.say(owner, '/sync_force');
    t.truthy(await becomes(scene, owner, words));
  }
});

test('/sync_stats shows the last sync and the counts per table; without sync, those of the database', async (t) => {
  const scene = await openScene(t);
  await scene.startBot();
  const recorded = await scene.say(admin, '/sync_stats');
  t.regex(recorded.text ?? '', /Last sync: never\n⚠️ The sync is away; these figures are from the database\./);
  t.regex(recorded.text ?? '', /EmployeeSettings\npending 0, synced 2, conflicts 0, errors 0/);
  await using serving = await scene.bus.serve(sync, [
    handler(syncStatus, async () => ({
      state: 'running' as const,
      intervalSeconds: 5,
      lastPass: report(),
      lastSyncTime: '2026-01-31T12:00:00Z',
      consecutiveFailures: 2,
      tables: [
        {
          table: 'ranks' as const,
          pending: 1,
          synced: 5,
          conflict: 0,
          errors: 2,
          quarantine: 'the column Emoji is gone',
        },
      ],
    })),
  ]);
  const { message } = await scene.press(admin, recorded, '♻️ Refresh');
  t.is(
    message.text,
    [
      'Sync',
      'Last sync: Jan 31, 2026, 12:00:00 PM UTC',
      'Runs every 5 s',
      '⚠️ 2 passes failed in a row',
      '',
      'Ranks',
      'pending 1, synced 5, conflicts 0, errors 2',
      '⚠️ left alone: the column Emoji is gone',
    ].join('\n'),
  );
  t.truthy(serving);
});

test('a held pass is told to everybody who administers, and decided by the owner alone (S8, B2)', async (t) => {
  const scene = await openScene(t);
  const decisions: unknown[] = [];
  await scene.bus.serve(sync, [
    handler(syncApprove, async (request) => {
      decisions.push(request);
      return { outcome: decisions.length === 1 ? ('approved' as const) : ('nothing is held' as const) };
    }),
  ]);
  await scene.startBot();
  for (const user of [owner, admin]) await scene.say(user, '/start');
  const held = { hold: 4, pass: 9, reason: '3 of 7 rows would be deleted.' };
  await scene.database.em().transactional((tx) => record(tx, syncHeld, held));
  const forAdmin = await becomes(scene, admin, 'The sync waits');
  t.is(forAdmin.text, '⏸ The sync waits: 3 of 7 rows would be deleted.\nThe owner decides.');
  t.is(forAdmin.buttons, undefined);
  const notice = await becomes(scene, owner, 'The sync waits');
  const decided = await scene.press(owner, notice, '✅ Approve');
  t.is(decided.toast, '✅ Approved. It is carried out now.');
  t.is(decided.message.text, `${notice.text}\n\n✅ Approved. It is carried out now.`);
  t.deepEqual(decisions, [{ hold: 4, decision: 'approve', by: String(owner) }]);
});

test('conflicts and failures are told once, however often the event comes', async (t) => {
  const scene = await openScene(t);
  await scene.startBot();
  await scene.say(owner, '/start');
  const conflict: ConflictRecord = {
    id: 1,
    table: 'employee_settings',
    key: '2001',
    field: 'hourlyWage',
    sheetValue: '16.00',
    databaseValue: null,
    winner: 'sheet',
    at: '2026-01-31T12:00:00Z',
    settled: true,
  };
  await scene.bus.publish({ subject: syncConflict.subject, id: '1', body: conflict });
  await scene.bus.publish({ subject: syncConflict.subject, id: '1', body: conflict });
  const failure = { id: 'q1', table: 'ranks' as const, reason: 'the column Emoji is gone', at: '2026-01-31T12:00:00Z' };
  await scene.bus.publish({ subject: syncFailed.subject, id: 'q1', body: failure });
  t.truthy(await becomes(scene, owner, 'Ranks is left alone: the column Emoji is gone'));
  await settled(scene.database);
  const { messages } = await scene.telegram.chat(owner);
  t.deepEqual(
    messages.filter(({ text }) => text?.includes('Changed on both sides')).map(({ text }) => text),
    [
      '⚖️ Changed on both sides: EmployeeSettings, 2001, Hourly wage\nSheet: 16.00\nBot: (empty)\nThe sheet’s value counts; the other one is kept.',
    ],
  );
});
