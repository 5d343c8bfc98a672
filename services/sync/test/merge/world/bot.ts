import type { DatabaseRow, Values } from '../../../src/merge/model.ts';
import { type Choice, pick, writerOf } from './person.ts';
import { fresh, noteEdit, type World } from './world.ts';

/** What the bot does to the database, which refuses a row that breaks the table's rule. */
const editable = ['low', 'high', 'motto', 'wish', 'tally'] as const;

export function edits(world: World, choice: Choice): void {
  const row = pick(active(world), choice.row);
  const field = pick(editable, choice.column);
  if (row && field) setField(world, row, { field, value: valueFor(world, row, { field, value: choice.value }) });
}

/** Mostly a new value, now and then the one before the last or that of another row. */
function valueFor(world: World, row: DatabaseRow, { field, value }: { field: string; value: number }) {
  const kind = value % 8;
  if (kind === 0) return world.base.get(row.key)?.values[field] ?? fresh(world, field);
  if (kind === 1) return pick(active(world), value)?.values[field] ?? fresh(world, field);
  if (kind === 2 && field === 'motto') return null;
  return fresh(world, field);
}

export function setField(world: World, row: DatabaseRow, cell: { field: string; value: string | null }): void {
  const { field, value } = cell;
  const { key } = row;
  const values = { ...row.values, [field]: value };
  if (world.table.check(values) !== null || row.values[field] === value) return;
  if (writerOf(world, field) !== 'sheet') {
    world.journal.overwrite({ key, field, value: row.values[field] ?? null });
    noteEdit(world, 'database', { key, field, value });
  }
  put(world, { ...row, values });
}

export function adds(world: World, choice: Choice): void {
  const retired = [...world.database.values()].filter((row) => !row.active);
  const again = choice.column % 2 === 0 ? pick(retired, choice.row) : undefined;
  const key = again?.key ?? (choice.column % 3 === 0 ? `sheet ${world.counter}` : `bot ${(world.counter += 1)}`);
  const stored = world.database.get(key);
  if (stored?.active) return;
  const values: Values = again && choice.value % 2 === 0 ? again.values : newValues(world, key);
  world.journal.insertion('database', key);
  for (const [field, value] of Object.entries(values))
    if (writerOf(world, field) !== 'sheet') noteEdit(world, 'database', { key, field, value });
  put(world, { key, version: stored?.version ?? 0, active: true, values, modifiedAt: 0 });
}

function newValues(world: World, key: string): Values {
  const tally = fresh(world, 'tally');
  return {
    name: key,
    low: fresh(world, 'low'),
    high: fresh(world, 'high'),
    motto: fresh(world, 'motto'),
    wish: null,
    tally,
  };
}

export function retires(world: World, choice: Choice): void {
  const row = pick(active(world), choice.row);
  if (!row) return;
  const { key } = row;
  const base = world.base.get(key);
  for (const [field, value] of Object.entries(row.values)) {
    world.journal.overwrite({ key, field, value });
    // In a column that is not the bot's, its value may be a slip; the row that it retires is the one that was agreed.
    if (writerOf(world, field) === 'sheet') world.journal.overwrite({ key, field, value: base?.values[field] ?? null });
  }
  world.journal.deletion('database', key, base !== undefined && !base.unseen);
  if (world.table.whenGone === 'removed') world.database.delete(key);
  else put(world, { ...row, active: false });
}

/** Every change has a version of its own. */
function put(world: World, row: DatabaseRow): void {
  world.counter += 1;
  world.database.set(row.key, { ...row, version: world.counter, modifiedAt: world.now });
}

const active = (world: World) => [...world.database.values()].filter((row) => row.active);
