import type { Table } from '@opsheet/shared/reference/table';
import { type Backoff, backoffMs } from '@opsheet/shared/runtime/retry';
import type { Note, TablePlan } from './merge/model.ts';

/** Notes that were sent and that no read has shown since, per table: when they may be sent again (ms since the epoch). */
export type SentNotes = Map<Table, Map<string, { until: number; tries: number }>>;

const backoff: Backoff = { firstMs: 60_000, maxMs: 3_600_000, jitterMs: 0 };

const nameOf = ({ position, text }: Note) => `${position} ${text}`;

/**
 * The plan without notes that were sent a moment ago: one that cannot be written, e.g. because its column is protected,
 * disturbs no pass (S2). Notes that the plan does not want any more are forgotten: they have been seen.
 */
export function withoutSent(
  sent: SentNotes,
  table: Table,
  { plan, now }: { plan: TablePlan; now: number },
): { plan: TablePlan; until: number } {
  const before = sent.get(table);
  if (!before || before.size === 0) return { plan, until: Infinity };
  const wanted = new Set(plan.notes.map(nameOf));
  const still = new Map([...before].filter(([name]) => wanted.has(name)));
  sent.set(table, still);
  const isDue = (note: Note) => (still.get(nameOf(note))?.until ?? 0) <= now;
  const waiting = [...still.values()].map(({ until }) => until).filter((until) => until > now);
  return { plan: { ...plan, notes: plan.notes.filter(isDue) }, until: Math.min(...waiting) };
}

/** Takes down that the notes were sent just now. Whether one of them had been sent before, in vain. */
export function takeDown(
  sent: SentNotes,
  table: Table,
  { notes, now }: { notes: readonly Note[]; now: number },
): boolean {
  const all = sent.get(table) ?? new Map<string, { until: number; tries: number }>();
  let inVain = false;
  for (const note of notes) {
    const tries = all.get(nameOf(note))?.tries ?? 0;
    inVain ||= tries > 0;
    all.set(nameOf(note), { until: now + backoffMs(backoff, tries, () => 0), tries: tries + 1 });
  }
  sent.set(table, all);
  return inVain;
}
