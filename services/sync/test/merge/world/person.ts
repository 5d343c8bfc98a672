import { isEmpty } from '@opsheet/shared/reference/column';
import type { Values } from '../../../src/merge/model.ts';
import {
  columnAt,
  fresh,
  headers,
  keyOf,
  type Line,
  meantKey,
  newLine,
  noteEdit,
  valueOf,
  type World,
} from './world.ts';

/** What people do to the sheet. The numbers choose among what is there; what is impossible does nothing. */
export type Choice = { readonly row: number; readonly column: number; readonly value: number };

const editable = ['low', 'high', 'motto', 'wish', 'tally'] as const;

export function types(world: World, choice: Choice): void {
  const line = pick(world.lines, choice.row);
  const field = pick(editable, choice.column);
  if (line && field) setCell(world, { line, field, raw: rawFor(world, field, choice.value) });
}

/** Mostly a new value, now and then one that stands elsewhere already, an impossible one or a wrong one. */
function rawFor(world: World, field: string, value: number): unknown {
  const kind = value % 12;
  if (kind === 0) return 'no number, ='.repeat(50);
  if (kind === 1) return '';
  if (kind === 2) return field === 'low' ? 9000 : fresh(world, field);
  if (kind === 3) return pick([...world.database.values()], value)?.values[field] ?? '';
  if (kind === 4) return pick([...world.base.values()], value)?.sent[field]?.[0] ?? fresh(world, field);
  return fresh(world, field);
}

export function setCell(world: World, { line, field, raw }: { line: Line; field: string; raw: unknown }): void {
  const key = keyOf(world, line);
  if (key === undefined) return;
  const before = valueOf(world, line, field);
  line.raw[columnAt(world.table, field)] = raw;
  const value = valueOf(world, line, field);
  if (value === before) return;
  if (before !== undefined) world.journal.overwrite({ key, field, value: before });
  if (value !== undefined && writerOf(world, field) !== 'database') noteEdit(world, 'sheet', { key, field, value });
}

export const writerOf = (world: World, field: string) =>
  world.table.columns.find((column) => column.field === field)?.writer;

export function addsRow(world: World, choice: Choice): void {
  const known = pick([...world.database.keys()], choice.value);
  const key = choice.column % 3 === 0 && known ? known : `sheet ${(world.counter += 1)}`;
  const values: Values = {
    name: key,
    low: fresh(world, 'low'),
    high: fresh(world, 'high'),
    motto: fresh(world, 'motto'),
  };
  insertAt(world, choice.row, newLine(world, values));
  declare(world, key, values);
}

function declare(world: World, key: string, values: Values): void {
  world.journal.insertion('sheet', key);
  world.addedAt.set(key, world.now);
  for (const [field, value] of Object.entries(values))
    if (writerOf(world, field) !== 'database') noteEdit(world, 'sheet', { key, field, value });
}

export function removesRow(world: World, choice: Choice): void {
  const line = pick(world.lines, choice.row);
  if (line) remove(world, line);
}

export function remove(world: World, line: Line): void {
  leave(world, line, meantKey(world, line));
  world.lines = world.lines.filter((one) => one !== line);
}

/** The row with this key is no longer there, by the hand of somebody who saw what stood in it. */
function leave(world: World, line: Line, key: string | undefined): void {
  if (key === undefined) return;
  const base = world.base.get(key);
  for (const { field, writer } of world.table.columns) {
    const value = field === world.table.key ? key : valueOf(world, line, field);
    if (value !== undefined) world.journal.overwrite({ key, field, value });
    // In a column that is not the sheet's, what stands there may be a slip; the row that goes is the one agreed on.
    if (writer === 'database') world.journal.overwrite({ key, field, value: base?.values[field] ?? null });
  }
  const isLast = world.lines.every((one) => one === line || meantKey(world, one) !== key);
  if (isLast) world.journal.deletion('sheet', key, base !== undefined && !base.unseen);
}

export function copiesRow(world: World, choice: Choice): void {
  const line = pick(world.lines, choice.row);
  if (!line) return;
  insertAt(world, choice.value, { id: (world.counter += 1), raw: [...line.raw] });
  putForward(world, line);
}

/** Whatever stands in the row, and whoever wrote it, a person puts it into the sheet (again). */
function putForward(world: World, line: Line): void {
  const key = keyOf(world, line);
  if (key === undefined) return;
  for (const { field } of world.table.columns)
    world.journal.write('sheet', { key, field, value: valueOf(world, line, field) ?? null });
}

/** Sorting and cutting change where rows stand, and nothing else. */
export function movesRows(world: World, choice: Choice): void {
  if (choice.column % 2 === 0) world.lines.reverse();
  else world.lines.push(...world.lines.splice(0, choice.row % (world.lines.length + 1)));
}

export function leavesBlankRow(world: World, choice: Choice): void {
  insertAt(world, choice.row, { id: (world.counter += 1), raw: headers.map((_, at) => (at === 2 ? 'a remark' : '')) });
}

/** The key becomes another one, the same as in another row, or nothing that can be read. */
export function changesKey(world: World, choice: Choice): void {
  const line = pick(world.lines, choice.row);
  if (!line) return;
  const kinds = [undefined, `renamed ${(world.counter += 1)}`, pick([...world.database.keys()], choice.value)];
  const key = pick(kinds, choice.column);
  if (key === undefined) breakKey(world, line);
  else setKey(world, line, key);
}

/** A row with a broken key has not gone: what was meant will only be known when the key is mended. */
function breakKey(world: World, line: Line): void {
  const { columns, key } = world.table;
  const others = columns
    .filter(({ field }) => field !== key)
    .map(({ field }) => line.raw[columnAt(world.table, field)]);
  // Without its key the row would be blank, and a blank row is none.
  if (others.every(isEmpty)) return;
  line.lostKey ??= keyOf(world, line);
  line.raw[columnAt(world.table, key)] = '';
}

export function restoreKey(world: World, line: Line): void {
  line.raw[columnAt(world.table, world.table.key)] = line.lostKey;
  line.lostKey = undefined;
  putForward(world, line);
}

export function setKey(world: World, line: Line, key: string): void {
  const before = meantKey(world, line);
  if (before === key && line.lostKey === undefined) return;
  leave(world, line, before);
  line.lostKey = undefined;
  line.raw[columnAt(world.table, world.table.key)] = key;
  const values: Record<string, string | null> = {};
  for (const { field } of world.table.columns) {
    const value = valueOf(world, line, field);
    if (value !== undefined) values[field] = value;
  }
  declare(world, key, values);
}

export function renamesHeader(world: World, choice: Choice): void {
  const at = choice.column % headers.length;
  world.header[at] = choice.value % 3 === 0 ? headers[at] : `my ${headers[at]}`;
}

function insertAt(world: World, position: number, line: Line): void {
  world.lines.splice(position % (world.lines.length + 1), 0, line);
}

export function pick<T>(list: readonly T[], index: number): T | undefined {
  return list[index % list.length];
}
