import { headers, keyOf, type Line, valueOf, type World, type Write } from './world.ts';

/**
 * A write call reaches the sheet. Cells are written by the line that was meant when they were looked up: that nobody
 * moves rows between that and the write is the one thing this world takes for granted.
 */
export function land(world: World, write: Write): void {
  const isLate = world.reads > write.reads;
  for (const { column, key, line: id, raw, reread } of write.cells) {
    const line = world.lines.find((one) => one.id === id);
    if (!line) continue;
    if (isLate) world.journal.late(key);
    const there = line.raw[column];
    if (keyOf(world, line) !== key || (there !== reread && there !== raw)) excuse(world, line, column);
    line.raw[column] = raw;
  }
  for (const { key, raw } of write.appends) {
    if (isLate) world.journal.late(key);
    world.lines.push({ id: (world.counter += 1), raw: [...raw] });
  }
  for (const { key, line: id, reread } of write.deletes) {
    const line = world.lines.find((one) => one.id === id);
    if (!line) continue;
    if (isLate) world.journal.late(key);
    if (line.raw.some((cell, column) => cell !== reread[column]))
      for (const column of line.raw.keys()) excuse(world, line, column);
    world.lines = world.lines.filter((one) => one !== line);
  }
}

/** An edit in the window between re-read and write is lost, as the Sheets API has it: that it happened is known. */
function excuse(world: World, line: Line, column: number): void {
  const key = keyOf(world, line);
  const field = world.table.columns.find(({ header }) => header === headers[column])?.field;
  if (key === undefined || field === undefined) return;
  const value = valueOf(world, line, field);
  if (value !== undefined) world.journal.excuse({ key, field, value });
}

/** The calls that are on their way land, all or those that are sure to land before the next read. */
export function landAll(world: World, which: 'all' | 'before the next read'): void {
  const landing = world.inFlight.filter((call) => which === 'all' || !call.isSlow);
  world.inFlight = world.inFlight.filter((call) => !landing.includes(call));
  for (const { write } of landing) land(world, write);
}
