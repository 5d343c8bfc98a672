import type { Span } from '../grid/area.ts';

/** Rows or columns that fold together. The depth is how many groups hold them, this one included. */
export type Group = Span & { readonly depth: number; readonly collapsed?: true };

/**
 * Groups are the runs of lines that lie at least so deep: to add one makes its lines one deeper, to remove one less
 * deep. That gives every example in the discovery texts of Add- and DeleteDimensionGroupRequest.
 */
export const addGroup = (groups: readonly Group[], span: Span) => regrouped(groups, span, 1);
export const removeGroup = (groups: readonly Group[], span: Span) => regrouped(groups, span, -1);

/** Groups that have come to touch at the same depth are one. */
export const settled = (groups: readonly Group[]) => regrouped(groups, { start: 0, end: 0 }, 0);

const holds = ({ start, end }: Span, line: number) => start <= line && line < end;

function regrouped(groups: readonly Group[], span: Span, change: number): Group[] {
  const bounds = [...new Set([...groups, span].flatMap(({ start, end }) => [start, end]))].toSorted((a, b) => a - b);
  const parts = bounds.slice(0, -1).map((start, index) => {
    const depth = groups.filter((group) => holds(group, start)).length + (holds(span, start) ? change : 0);
    return { start, end: bounds[index + 1] ?? start, depth };
  });
  const deepest = Math.max(0, ...parts.map((part) => part.depth));
  return Array.from({ length: deepest }, (_, index) => runsAt(parts, index + 1))
    .flat()
    .map((run) => withCollapsed(run, groups))
    .toSorted((a, b) => a.start - b.start || a.depth - b.depth);
}

function runsAt(parts: readonly Group[], depth: number): Group[] {
  const runs: Group[] = [];
  for (const { start, end } of parts.filter((part) => part.depth >= depth)) {
    const last = runs.at(-1);
    if (last?.end === start) runs[runs.length - 1] = { ...last, end };
    else runs.push({ start, end, depth });
  }
  return runs;
}

/** A group stays collapsed while something of it is left. */
function withCollapsed(run: Group, old: readonly Group[]): Group {
  const was = old.some(
    ({ start, end, depth, collapsed }) => collapsed && depth === run.depth && start < run.end && run.start < end,
  );
  return was ? { ...run, collapsed: true } : run;
}
