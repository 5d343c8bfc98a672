import { type Handler, handler } from '@opsheet/shared/bus/bus';
import { channels, notify } from '@opsheet/shared/database/channels';
import {
  syncApprove,
  syncConflicts,
  syncPause,
  syncPreview,
  syncRead,
  syncResume,
  syncRun,
  syncStatus,
} from '@opsheet/shared/contracts/sync';
import { describePlan } from './merge/describe.ts';
import { reasonToHold } from './hold.ts';
import { lastReadRows } from './memory.ts';
import { listConflicts } from './conflicts.ts';
import { look } from './look.ts';
import { newMemory } from './memory.ts';
import type { Runner } from './runner.ts';
import type { Schedule } from './schedule.ts';
import { syncStatusOf } from './status.ts';
import type { PassMeans } from './means.ts';

type CommandMeans = { means: PassMeans; runner: Runner; schedule: Schedule; intervalSeconds: number };

/** What sync answers on the bus. */
export function syncCommands({ means, runner, schedule, intervalSeconds }: CommandMeans): Handler[] {
  const { database, tables, memory } = means;
  return [
    handler(syncRun, () => schedule.runNow()),
    handler(syncRead, ({ table }) => Promise.resolve(lastReadRows(memory, table))),
    handler(syncStatus, () => syncStatusOf(database.em(), { tables, intervalSeconds, runner: runner.state() })),
    handler(syncPreview, () => preview(means)),
    handler(syncPause, ({ by }) => pause(means, by)),
    handler(syncResume, () => resume(means)),
    handler(syncApprove, (request) => decide(means, request)),
    handler(syncConflicts, async ({ limit }) => ({ conflicts: await listConflicts(database.em(), limit) })),
  ];
}

/** Looks with a memory of its own, so that the next pass is not told that a table is at rest. */
async function preview(means: PassMeans) {
  const { planned } = await look({ ...means, memory: newMemory() });
  const lines = planned.map(({ table, plan, state }) => ({
    table: table.name,
    ...describePlan(table, plan, state.rows),
  }));
  return { hold: reasonToHold(planned), tables: lines };
}

async function pause({ database }: PassMeans, by: string) {
  const changed = await database
    .em()
    .execute<unknown[]>('update sync_state set paused_by = ? where id = 1 and paused_by is null returning 1', [by]);
  return { state: changed.length > 0 ? ('paused' as const) : ('already paused' as const) };
}

async function resume({ database }: PassMeans) {
  return database.em().transactional(async (tx) => {
    const changed = await tx.execute<unknown[]>(
      'update sync_state set paused_by = null where id = 1 and paused_by is not null returning 1',
    );
    await notify(tx, channels.sync);
    return { state: changed.length > 0 ? ('running' as const) : ('was running' as const) };
  });
}

type Decision = { hold?: number | undefined; decision: 'approve' | 'refuse'; by: string };

/** The decision is stored and the next pass, at once, makes the plan anew: it is carried out if it is still the same. */
async function decide({ database, clock }: PassMeans, { hold, decision, by }: Decision) {
  return database.em().transactional(async (tx) => {
    const [open] = await tx.execute<{ id: number }[]>(
      'select id from sync_hold where decision is null order by id desc limit 1 for update',
    );
    if (!open) return { outcome: 'nothing is held' as const };
    if (hold !== undefined && hold !== open.id) return { outcome: 'another plan is held' as const };
    await tx.execute('update sync_hold set decision = ?, decided_by = ?, decided_at = ? where id = ?', [
      decision,
      by,
      new Date(clock.now()),
      open.id,
    ]);
    await notify(tx, channels.sync);
    return { outcome: decision === 'approve' ? ('approved' as const) : ('refused' as const) };
  });
}
