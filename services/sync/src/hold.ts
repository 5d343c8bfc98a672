import { createHash } from 'node:crypto';
import { record } from '@opsheet/shared/bus/outbox';
import { syncHeld } from '@opsheet/shared/contracts/sync';
import type { Em } from '@opsheet/shared/database/open';
import { saveBase } from './base.ts';
import { holdReason } from './merge/hold.ts';
import type { BaseRow, Values } from './merge/model.ts';
import type { PassStamp, PlannedTable } from './stages.ts';

/** Why this pass must wait for the owner, or null; every table's reason, a line each. */
export function reasonToHold(planned: readonly PlannedTable[]): string | null {
  const reasons = planned.flatMap(({ plan, state }) => {
    const databaseRows = [...state.rows.values()].filter(({ active }) => active).length;
    return holdReason(plan, { databaseRows }) ?? [];
  });
  return reasons.length === 0 ? null : reasons.join('\n');
}

/** Names a plan by what it would do: the owner approves this and nothing else. */
function fingerprint(planned: readonly PlannedTable[]): string {
  const whole = planned.map(({ plan }) => [
    plan.table,
    plan.toDatabase.map(({ seenVersion: _seen, ...change }) => change),
    plan.toSheet,
  ]);
  return createHash('sha256').update(JSON.stringify(whole)).digest('hex');
}

/** What a refused hold stands for once its plan has been taken back: the plan that puts the sheet back. */
const restoring = 'restoring';

/**
 * Why the plans must not be carried out now, or null. A plan that is too much is recorded as a hold and the owner is
 * told; his decision counts for this very plan and once.
 */
export async function heldBack(tx: Em, planned: readonly PlannedTable[], stamp: PassStamp): Promise<string | null> {
  const reason = reasonToHold(planned);
  if (reason === null || (await isRestoring(tx, planned))) {
    await endHolds(tx, { at: stamp.at });
    return null;
  }
  const { id, decision } = await holdOf(tx, { fingerprint: fingerprint(planned), reason }, stamp);
  if (decision === null) return reason;
  if (decision === 'approve') {
    await endHolds(tx, { at: stamp.at });
    return null;
  }
  let rows = 0;
  for (const one of planned) rows += await refuse(tx, one);
  if (rows === 0) await endHolds(tx, { at: stamp.at });
  else await tx.execute('update sync_hold set fingerprint = ? where id = ?', [restoring, id]);
  return `refused, the next pass puts the sheet back: ${reason}`;
}

/** Putting back many rows would be too much at once again; the owner has asked for it. */
async function isRestoring(tx: Em, planned: readonly PlannedTable[]): Promise<boolean> {
  const inDatabase = planned.map((one) => ({ ...one, plan: { ...one.plan, toSheet: [] } }));
  if (reasonToHold(inDatabase) !== null) return false;
  const open = await tx.execute<unknown[]>('select 1 from sync_hold where fingerprint = ? and used_at is null', [
    restoring,
  ]);
  return open.length > 0;
}

type HoldDecision = { id: number; decision: 'approve' | 'refuse' | null };

/** The hold of this very plan; made, and the owner told, when there is none. All others end. */
async function holdOf(tx: Em, plan: { fingerprint: string; reason: string }, stamp: PassStamp): Promise<HoldDecision> {
  await endHolds(tx, { at: stamp.at, but: plan.fingerprint });
  const [found] = await tx.execute<HoldDecision[]>(
    'select id, decision from sync_hold where fingerprint = ? and used_at is null order by id desc limit 1',
    [plan.fingerprint],
  );
  if (found) return found;
  const [made] = await tx.execute<{ id: number }[]>(
    'insert into sync_hold (at, pass, reason, fingerprint) values (?, ?, ?, ?) returning id',
    [stamp.at, stamp.pass, plan.reason, plan.fingerprint],
  );
  if (!made) throw new Error('the hold was not stored');
  await record(tx, syncHeld, { hold: made.id, pass: stamp.pass, reason: plan.reason });
  return { id: made.id, decision: null };
}

/**
 * Holds end, decided or not, when their plan is carried out or is no longer what a pass would do, e.g. because the rows
 * came back: the same plan made again later is asked about again.
 */
const endHolds = (tx: Em, { at, but = '' }: { at: Date; but?: string }) =>
  tx.execute(
    `update sync_hold set used_at = ?, decision = coalesce(decision, 'refuse'), decided_by = coalesce(decided_by, 'void'),
       decided_at = coalesce(decided_at, ?) where used_at is null and fingerprint <> ?`,
    [at, at, but],
  );

/**
 * Refusing puts the sheet back: what it shows counts as seen, so the next pass sees the database's values as the
 * change and writes them. Gives how many rows.
 */
async function refuse(tx: Em, { table, plan, state, sheet }: PlannedTable): Promise<number> {
  const rows = plan.toDatabase.flatMap((change): BaseRow[] => {
    const base = state.base.get(change.key);
    const row = sheet.rows.get(change.key);
    if (!base || change.kind === 'insert') return [];
    if (change.kind === 'retire' || !row) return [{ ...base, sent: {}, values: {}, unseen: true }];
    const seen: Values = Object.fromEntries(
      Object.keys(change.values).map((field) => [field, cellValue(row.cells[field])]),
    );
    return [{ ...base, values: { ...base.values, ...seen } }];
  });
  await saveBase(tx, table, rows);
  return rows.length;
}

const cellValue = (cell: { ok: true; value: string | null } | { ok: false } | undefined) =>
  cell?.ok ? cell.value : null;
