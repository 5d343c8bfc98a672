import type { Table } from '@opsheet/shared/reference/table';
import { type Backoff, backoffMs } from '@opsheet/shared/runtime/retry';
import type { TablePlan } from './merge/model.ts';
import type { Skipped } from './stages.ts';

/** Rows that Google refused to take, per table: when they are tried again, and how often they were (ms since the epoch). */
export type Parked = Map<Table, Map<string, { until: number; tries: number }>>;

const backoff: Backoff = { firstMs: 60_000, maxMs: 3_600_000, jitterMs: 0 };

/** Sets rows aside that were refused, longer each time, and lets go of those that were written. */
export function park(
  parked: Parked,
  table: Table,
  { skipped, written, now }: { skipped: readonly Skipped[]; written: readonly string[]; now: number },
): void {
  const rows = parked.get(table) ?? new Map<string, { until: number; tries: number }>();
  for (const key of written) rows.delete(key);
  for (const { key, reason } of skipped) {
    if (reason !== 'refused') continue;
    const tries = rows.get(key)?.tries ?? 0;
    rows.set(key, { until: now + backoffMs(backoff, tries, () => 0), tries: tries + 1 });
  }
  parked.set(table, rows);
}

/** The plan without writes to rows that are set aside: a row that cannot be written disturbs no pass (S2, S7). */
export function withoutParked(
  parked: Parked,
  table: Table,
  { plan, now }: { plan: TablePlan; now: number },
): { plan: TablePlan; waiting: ReadonlySet<string>; until: number } {
  const rows = [...(parked.get(table) ?? [])].filter(([, { until }]) => until > now);
  const waiting = new Set(rows.map(([key]) => key));
  const until = Math.min(...rows.map(([, row]) => row.until));
  if (waiting.size === 0) return { plan, waiting, until };
  // A row that changes in the database too is planned as a whole, or its base would be half true.
  const alone = new Set([...waiting].filter((key) => !plan.toDatabase.some((change) => change.key === key)));
  const rest = <T extends { key: string | null }>(list: readonly T[]) =>
    list.filter(({ key }) => key === null || !alone.has(key));
  // A conflict of theirs is found again then; recorded now, without the base, it would be found in every pass.
  const left = { toSheet: rest(plan.toSheet), base: rest(plan.base), conflicts: rest(plan.conflicts) };
  return { plan: { ...plan, ...left }, waiting, until };
}
