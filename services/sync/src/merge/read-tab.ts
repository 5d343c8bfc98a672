import { isEmpty, type Parsed } from '@opsheet/shared/reference/column';
import type { Column, Table } from '@opsheet/shared/reference/table';
import type { EmptiedRow, Layout, SheetRow, SheetTable, StrayRow, TabReading } from './model.ts';
import { readCell, readText } from './read-cell.ts';
import { readHeader, refuse } from './read-header.ts';

/** A tab's cells as `values.batchGet` gives them (UNFORMATTED_VALUE): rows may be ragged, trailing blanks are cut off. */
export type Cells = readonly (readonly unknown[])[];

/** Reads a tab whose first row is the header. An empty range has no cells at all. */
export function readTab(table: Table, cells: Cells | undefined): TabReading {
  const header = cells?.[0];
  if (!cells || !header)
    return refuse(table, 'the tab is empty, even its header row; restore it from the version history');
  const reading = readHeader(table, header);
  return reading.ok ? { ok: true, sheet: readRows(table, reading.layout, cells) } : reading;
}

function readRows(table: Table, layout: Layout, cells: Cells): SheetTable {
  const places = placesOf(table, layout);
  const rows = new Map<string, SheetRow>();
  const twins = new Map<string, SheetRow[]>();
  const strays: StrayRow[] = [];
  const emptied: EmptiedRow[] = [];
  for (let index = 1; index < cells.length; index += 1) {
    const values = cells[index] ?? [];
    const position = index + 1;
    if (isBlank(places, values)) {
      const note = noteOf(layout, values);
      if (note !== '') emptied.push({ position, key: null, note });
      continue;
    }
    const row = readRow({ table, places, layout, values, position });
    if ('reason' in row) {
      strays.push(row);
      continue;
    }
    const first = rows.get(row.key);
    if (first) twins.set(row.key, [...(twins.get(row.key) ?? [first]), row]);
    else rows.set(row.key, row);
  }
  for (const same of twins.values()) strays.push(...setAside(table, rows, same));
  return { layout, rows, strays: strays.sort((a, b) => a.position - b.position), emptied };
}

const noteOf = ({ note }: Layout, values: readonly unknown[]) => (note === null ? '' : readText(values[note]));

/** A column with the index of its cells. */
type Place = { readonly column: Column; readonly at: number };

function placesOf(table: Table, layout: Layout): Place[] {
  return table.columns.flatMap((column) => {
    const at = layout.columns[column.field];
    return at === undefined ? [] : [{ column, at }];
  });
}

/** Only mapped columns count: a remark beside the table makes no row. */
function isBlank(places: readonly Place[], values: readonly unknown[]): boolean {
  for (const { at } of places) if (!isEmpty(values[at])) return false;
  return true;
}

type RawRow = {
  table: Table;
  places: readonly Place[];
  layout: Layout;
  values: readonly unknown[];
  position: number;
};

function readRow({ table, places, layout, values, position }: RawRow): SheetRow | StrayRow {
  const cells: Record<string, Parsed> = {};
  for (const { column, at } of places) cells[column.field] = readCell(column, values[at]);
  const note = noteOf(layout, values);
  const key = cells[table.key];
  if (!key?.ok) return { position, key: null, reason: key?.reason ?? `${table.name} has no column for its key`, note };
  // The key's column is required, so a good key is never null.
  return { key: key.value ?? '', position, cells, note };
}

/** Which of several rows with one key is meant, nobody can say: all of them are left alone until people keep one. */
function setAside(table: Table, rows: Map<string, SheetRow>, same: readonly SheetRow[]): StrayRow[] {
  const header = table.columns.find(({ field }) => field === table.key)?.header ?? table.key;
  const positions = same.map(({ position }) => position);
  const where = `${positions.slice(0, -1).join(', ')} and ${positions.at(-1)}`;
  return same.map(({ key, position, note }) => {
    rows.delete(key);
    return { position, key, reason: `${header} ${key} stands in rows ${where}; keep one`, note };
  });
}
