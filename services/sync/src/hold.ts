import { createHash } from 'node:crypto';
import { record } from '@opsheet/shared/bus/outbox';
import { syncHeld } from '@opsheet/shared/contracts/sync';
import type { Em } from '@opsheet/shared/database/open';
import type { PassStamp, PlannedTable } from './apply.ts';
import { saveBase } from './base.ts';
import { holdReason } from './merge/hold.ts';
import type { BaseRow, Values } from './merge/model.ts';

/** Why this pass must wait for the owner, or null; every table's reason, a line each. */
export function reasonToHold(planned: readonly PlannedTable[]): string | null {
  const reasons = planned.flatMap(({ plan, state }) => {
    const databaseRows = [...state.rows.values()].filter(({ active }) => active).length;
    return holdReason(plan, { databaseRows }) ?? [];
  });
  return reasons.length === 0 ? null : reasons.join('\n');
}

/** Names a plan by what it would do: the owner approves this and nothing else. */
export function fingerprint(planned: readonly PlannedTable[]): string {
  const whole = planned.map(({ plan }) => [
    plan.table,
    plan.toDatabase.map(({ seenVersion: _seen, ...change }) => change),
    plan.toSheet,
  ]);
  return createHash('sha256').update(JSON.stringify(whole)).digest('hex');
}

export type HoldDecision = { id: number; decision: 'approve' | 'refuse' | null };

/** The hold of this very plan; made, and the owner told, when there is none. Older undecided holds are void. */
export async function holdOf(
  tx: Em,
  plan: { fingerprint: string; reason: string },
  stamp: PassStamp,
): Promise<HoldDecision> {
  await tx.execute(
    `update sync_hold set decision = 'refuse', decided_by = 'void', decided_at = ? where decision is null and fingerprint <> ?`,
    [stamp.at, plan.fingerprint],
  );
  const [found] = await tx.execute<HoldDecision[]>(
    `select id, decision from sync_hold where fingerprint = ? and used_at is null and decided_by is distinct from 'void' order by id desc limit 1`,
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

/** A decision counts once: the same plan made again later is asked about again. */
export const useUp = (tx: Em, id: number, at: Date) =>
  tx.execute('update sync_hold set used_at = ? where id = ?', [at, id]);

/** No hold waits any more, e.g. because the rows came back. */
export const voidHolds = (tx: Em, at: Date) =>
  tx.execute(`update sync_hold set decision = 'refuse', decided_by = 'void', decided_at = ? where decision is null`, [
    at,
  ]);

/**
 * Refusing puts the sheet back: what it shows counts as seen, so the next pass sees the database's values as the
 * change and writes them.
 */
export async function refuse(tx: Em, { table, plan, state, sheet }: PlannedTable): Promise<void> {
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
}

const cellValue = (cell: { ok: true; value: string | null } | { ok: false } | undefined) =>
  cell?.ok ? cell.value : null;
