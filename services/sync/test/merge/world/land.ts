import { headers, type Line, meantKey, type Place, valueOf, type World, type Write } from './world.ts';

/**
 * A write call reaches the sheet, by position as the API has it: when rows have moved since the re-read, another row is
 * hit. Deletions go from the bottom up and after the rest, as the pass orders them.
 */
export function land(world: World, write: Write): void {
  const isLate = world.reads > write.reads;
  for (const { column, raw, reread, ...place } of write.cells) {
    const line = hit(world, place, isLate);
    if (!line) continue;
    const there = line.raw[column];
    if (there !== reread && there !== raw) excuse(world, line, column);
    line.raw[column] = raw;
  }
  const doomed = write.deletes.flatMap(({ reread, ...place }) => {
    const line = hit(world, place, isLate);
    return line ? [{ line, isEdited: line.raw.some((cell, column) => cell !== reread[column]) }] : [];
  });
  for (const { line, isEdited } of doomed) {
    if (isEdited) for (const column of line.raw.keys()) excuse(world, line, column);
    world.lines = world.lines.filter((one) => one !== line);
  }
  for (const { key, raw } of write.appends) {
    if (isLate) world.journal.astray(key);
    world.lines.push({ id: (world.counter += 1), raw: [...raw] });
  }
}

/** The line that stands in the place by now. Was it not meant, or not so late, nothing is promised for its row. */
function hit(world: World, { index, line: meant, key }: Place, isLate: boolean): Line | undefined {
  const line = world.lines[index];
  const there = line && meantKey(world, line);
  if (line?.id === meant && there === key && !isLate) return line;
  world.journal.astray(key);
  if (there !== undefined) world.journal.astray(there);
  return line;
}

/** An edit in the window between re-read and write is lost, as the Sheets API has it: that it happened is known. */
function excuse(world: World, line: Line, column: number): void {
  const key = meantKey(world, line);
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
