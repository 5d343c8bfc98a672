import type { BaseRow, Conflict, DatabaseChange, DatabaseRow, TablePlan } from '../../../src/merge/model.ts';
import { keyOf, valueOf, type World } from './world.ts';

/**
 * The transaction of a pass: database, base and conflicts of a row change together or, when the row has moved since it
 * was planned, not at all. Answers with what is left of the plan.
 */
export function applyPlan(world: World, { plan, readAt }: { plan: TablePlan; readAt: number }): TablePlan {
  const moved = new Set(plan.toDatabase.filter((change) => hasMoved(world, change)).map(({ key }) => key));
  const stays = ({ key }: { key: string }) => !moved.has(key);
  for (const change of plan.toDatabase.filter(stays)) applyChange(world, change);
  for (const conflict of plan.conflicts.filter(stays)) keepConflict(world, conflict);
  for (const { key, row } of plan.base.filter(stays)) {
    if (row) world.base.set(key, row);
    else world.base.delete(key);
    if (row) excuseChance(world, row);
    if (row?.unseen || isNewSince(world, key, readAt)) world.journal.mayReturn(key);
  }
  world.lastCompleteReadAt = readAt;
  return { ...plan, toSheet: plan.toSheet.filter(stays) };
}

/** What people have typed since the read may by chance be what we are about to write: it is our echo from now on. */
function excuseChance(world: World, { key, sent }: BaseRow): void {
  for (const line of world.lines.filter((one) => keyOf(world, one) === key))
    for (const [field, values] of Object.entries(sent)) {
      const value = valueOf(world, line, field);
      if (value !== undefined && values.includes(value)) world.journal.excuse({ key, field, value });
    }
}

/** A row that people added after the read was new to everybody who deleted it meanwhile. */
const isNewSince = (world: World, key: string, readAt: number) => (world.addedAt.get(key) ?? 0) > readAt;

function hasMoved(world: World, change: DatabaseChange): boolean {
  return change.seenVersion !== (world.database.get(change.key)?.version ?? null);
}

function applyChange(world: World, change: DatabaseChange): void {
  const { key } = change;
  const row = world.database.get(key);
  if (change.kind === 'retire' && world.table.whenGone === 'removed') {
    world.database.delete(key);
    return;
  }
  const values = change.kind === 'retire' ? row?.values : { wish: null, tally: null, ...row?.values, ...change.values };
  world.counter += 1;
  const after: DatabaseRow = {
    key,
    version: world.counter,
    active: change.kind !== 'retire',
    values: values ?? {},
    modifiedAt: row?.modifiedAt ?? 0,
  };
  const broken = world.table.check(after.values);
  if (broken !== null) throw new Error(`the database would refuse ${key}: ${broken}`);
  world.database.set(key, after);
}

function keepConflict({ base, journal, open }: World, conflict: Conflict): void {
  const { key, field, sheetValue, databaseValue, winner } = conflict;
  const isSentElsewhere = [...base.values()].some((row) => row.key !== key && row.sent[field]?.at(-1) === sheetValue);
  journal.conflict(conflict, winner === 'database' && isSentElsewhere);
  if (winner === 'open') open.push({ key, field, sheetValue, databaseValue });
}
