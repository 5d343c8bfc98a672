/**
 * Random histories: people edit the sheet, the bot edits the database, passes begin, die and begin again, and writes get
 * lost, land late or twice. Whatever happens, the invariants of docs/sync.md hold once it is quiet.
 */
import test from 'ava';
import type { ConflictPolicy, Table } from '@opsheet/shared/reference/table';
import fc from 'fast-check';
import { isEmpty } from '../../src/merge/plan.ts';
import { type Happening, happen, happenings } from './world/events.ts';
import { calm, isHealthy, openNow, pass, planNow, quieten, readNow } from './world/quiet.ts';
import { newWorld, type World } from './world/world.ts';

type History = {
  policy: ConflictPolicy;
  whenGone: Table['whenGone'];
  rows: number;
  events: readonly Happening[];
};

const histories: fc.Arbitrary<History> = fc.record({
  policy: fc.constantFrom('newest wins', 'sheet wins', 'database wins', 'ask'),
  whenGone: fc.constantFrom('inactive', 'removed'),
  rows: fc.integer({ min: 1, max: 4 }),
  events: happenings,
});

/**
 * A run is the same every time. HISTORIES sets how many it lives; SEED finds others ('new': any), and with HISTORY_PATH,
 * which a failure prints too, it lives one history again.
 */
function holdsFor(share: number, property: (history: History) => void): void {
  const { HISTORIES, HISTORY_PATH, SEED } = process.env;
  fc.assert(fc.property(histories, property), {
    numRuns: Math.ceil(Number(HISTORIES ?? 20_000) * share),
    includeErrorInReport: true,
    ...(SEED === 'new' ? {} : { seed: Number(SEED ?? 20_261_122) }),
    ...(HISTORY_PATH === undefined ? {} : { path: HISTORY_PATH }),
  });
}

function live({ policy, whenGone, rows, events }: History): World {
  const world = newWorld(policy, rows, whenGone);
  for (const event of events) happen(world, event);
  calm(world);
  return world;
}

/** Quiet comes with two passes; a third only sees what the second wrote. */
function liveToTheEnd(history: History): World {
  const world = live(history);
  quieten(world);
  checkAgreement(world);
  pass(world);
  return world;
}

test('S1, S2, S3, S4, S5 after any history both sides agree, the next plan is empty and no edit is lost', (t) => {
  const seen = { edits: 0, conflicts: 0, excused: 0, astrayRows: 0 };
  holdsFor(1, (history) => {
    const world = liveToTheEnd(history);
    checkRest(world);
    checkNothingLost(world);
    const counts = world.journal.counts();
    seen.edits += counts.edits;
    seen.conflicts += counts.conflicts;
    seen.excused += counts.excused;
    seen.astrayRows += counts.astrayRows;
  });
  t.log(seen);
  t.true(seen.conflicts > 0 && seen.excused < 0.05 * seen.edits, 'conflicts happen, and excuses are rare');
});

test('S7 rows in error delay no other row', (t) => {
  holdsFor(0.1, (history) => {
    const world = live(history);
    for (let count = 0; count < 3; count += 1) pass(world);
    checkHealthyRows(world);
  });
  t.pass();
});

test('S10 the same history leaves the same trace', (t) => {
  holdsFor(0.02, (history) => {
    const [one, other] = [liveToTheEnd(history), liveToTheEnd(history)];
    if (one.trace.join('\n') !== other.trace.join('\n')) throw new Error('S10: the traces differ');
  });
  t.pass();
});

function checkAgreement(world: World): void {
  const { rows, strays } = readNow(world);
  const active = [...world.database.values()].filter((row) => row.active);
  if (strays.length > 0 || active.length !== rows.size) throw new Error('S1: rows differ');
  for (const { key, cells } of rows.values()) {
    const row = world.database.get(key);
    for (const [field, cell] of Object.entries(cells))
      if (!cell.ok || cell.value !== row?.values[field]) throw new Error(`S1: ${key} ${field} differs`);
  }
}

function checkRest(world: World): void {
  const plan = planNow(world);
  if (!isEmpty(plan)) throw new Error(`S2: the plan at rest is ${JSON.stringify(plan)}`);
  if (world.base.size !== readNow(world).rows.size) throw new Error('S1: the base has other rows');
  for (const { key, values, sent, unseen } of world.base.values()) {
    if (unseen || Object.keys(sent).length > 0) throw new Error(`S1: ${key} is still on its way`);
    const stored = world.database.get(key);
    for (const { field } of world.table.columns)
      if (values[field] !== stored?.values[field]) throw new Error(`S1: the base of ${key} ${field} differs`);
  }
}

function checkNothingLost(world: World): void {
  const current = (key: string) => {
    const row = world.database.get(key);
    return row?.active ? row.values : undefined;
  };
  const lost = world.journal.lost((key, field) => current(key)?.[field]);
  if (lost.length > 0) throw new Error(`S3: lost ${JSON.stringify(lost)}`);
  const falseConflicts = world.journal.falseConflicts();
  if (falseConflicts.length > 0) throw new Error(`S3: nobody made the conflict ${JSON.stringify(falseConflicts)}`);
  const isThere = (key: string) => current(key) !== undefined;
  const risen = world.journal.resurrected(isThere);
  if (risen.length > 0) throw new Error(`S4: back from the dead ${JSON.stringify(risen)}`);
  const vanished = world.journal.vanished(isThere);
  if (vanished.length > 0) throw new Error(`S4: gone by nobody's hand ${JSON.stringify(vanished)}`);
}

function checkHealthyRows(world: World): void {
  const waiting = new Set(openNow(world).map(({ key }) => key));
  for (const row of readNow(world).rows.values()) {
    if (!isHealthy(world, row) || waiting.has(row.key)) continue;
    const stored = world.database.get(row.key);
    if (!stored?.active) throw new Error(`S7: ${row.key} is not in the database`);
    for (const [field, cell] of Object.entries(row.cells))
      if (!cell.ok || cell.value !== stored.values[field]) throw new Error(`S7: ${row.key} ${field} differs`);
  }
}
