import { intersects } from '../grid/area.ts';
import type { Area } from '../grid/area.ts';
import { hasValue } from '../grid/cell.ts';
import type { Grid, Row } from '../grid/grid.ts';

/**
 * The table that values.append adds to: of the regions of touching cells (corners count) whose bounding box meets the
 * range, the one that ends lowest, then furthest right. This rule satisfies the table of examples in Google's guide and
 * every recorded append; the guide itself gives only the examples.
 */
export function findTable(grid: Grid, range: Area): Area | undefined {
  const tables = regions(grid).filter((region) => intersects(region, range));
  return tables.sort((a, b) => b.bottom - a.bottom || b.right - a.right)[0];
}

type Run = { left: number; right: number; region: Region };
/** Regions that turn out to be one are linked: `into` is the one that goes on. */
type Region = { area: { -readonly [side in keyof Area]: number }; into?: Region };

/** Bounding boxes of the regions, found row by row: a run of cells joins every run of the row above that it touches. */
function regions(grid: Grid): Area[] {
  const all: Region[] = [];
  let above: Run[] = [];
  grid.rows.forEach((row, top) => {
    if (hasRuns(row, above)) {
      for (const { region } of above) lengthen(region, top + 1);
      return;
    }
    above = runsOf(row).map(({ left, right }) => {
      const region: Region = { area: { top, left, bottom: top + 1, right } };
      all.push(region);
      for (const run of above) if (run.left <= right && left <= run.right) join(run.region, region);
      return { left, right, region };
    });
  });
  return all.filter((region) => region.into === undefined).map((region) => region.area);
}

/** Are the values of a row in the very columns of the runs? Nearly all rows of a table are so, and make nothing new. */
function hasRuns(row: Row, runs: readonly Run[]): boolean {
  let next = 0;
  for (let column = 0; column < row.length; column += 1) {
    const run = runs[next];
    if (hasValue(row[column]) !== (run !== undefined && column >= run.left)) return false;
    if (run && column + 1 === run.right) next += 1;
  }
  return next === runs.length;
}

function runsOf(row: Row): { left: number; right: number }[] {
  const runs: { left: number; right: number }[] = [];
  row.forEach((cell, column) => {
    if (!hasValue(cell)) return;
    const last = runs.at(-1);
    if (last?.right === column) last.right += 1;
    else runs.push({ left: column, right: column + 1 });
  });
  return runs;
}

function lengthen(region: Region, bottom: number): void {
  lastOf(region).area.bottom = bottom;
}

function join(one: Region, other: Region): void {
  const [from, into] = [lastOf(one), lastOf(other)];
  if (from === into) return;
  from.into = into;
  into.area = {
    top: Math.min(from.area.top, into.area.top),
    left: Math.min(from.area.left, into.area.left),
    bottom: Math.max(from.area.bottom, into.area.bottom),
    right: Math.max(from.area.right, into.area.right),
  };
}

function lastOf(region: Region): Region {
  let last = region;
  while (last.into) last = last.into;
  // A tall table links one region per row: shortening the way keeps the walk from growing with it.
  if (region.into && region !== last) region.into = last;
  return last;
}
