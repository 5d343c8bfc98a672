import type { ReferenceRow, ReferenceTable } from '@opsheet/shared/contracts/reference';
import type { Table } from '@opsheet/shared/reference/table';
import type { SheetTable } from './merge/model.ts';
import type { Parked } from './parked.ts';
import type { SentNotes } from './sent-notes.ts';
import type { Cells } from './sheets/sheets.ts';

/** What a pass leaves for the next one in memory. Losing it costs a full comparison, nothing else. */
export type PassMemory = {
  /** Tables of which the last plan was empty: the cells and the database version that it was made from. */
  readonly atRest: Map<Table, Rest>;
  /** The last complete read, for bots that have nothing else. */
  readonly lastRead: Map<Table, { readAt: number; sheet: SheetTable }>;
  /** When each table was last read in a pass that went through: a sheet edit found now was made after that. */
  readonly completeAt: Map<Table, number>;
  readonly parked: Parked;
  readonly sentNotes: SentNotes;
};

/** `until`: what could not be written is tried again then (ms since the epoch). */
export type Rest = { cells: Cells; version: number; errors: number; pulled: number; until: number };

export const newMemory = (): PassMemory => ({
  atRest: new Map(),
  lastRead: new Map(),
  completeAt: new Map(),
  parked: new Map(),
  sentNotes: new Map(),
});

/** Whether two reads gave the same, cell by cell: for ten thousand rows some 5 ms, where hashing takes ten times that. */
export function sameCells(a: Cells, b: Cells): boolean {
  if (a.length !== b.length) return false;
  for (let row = 0; row < a.length; row += 1) {
    const left = a[row] ?? [];
    const right = b[row] ?? [];
    if (left.length !== right.length) return false;
    for (let column = 0; column < left.length; column += 1) if (left[column] !== right[column]) return false;
  }
  return true;
}

/** The rows of the last read that can be served. They have no version: any that comes from the database is newer. */
export function lastReadRows(memory: PassMemory, only: ReferenceTable | undefined) {
  const reads = [...memory.lastRead].filter(([table]) => only === undefined || table.name === only);
  const times = reads.map(([, { readAt }]) => readAt);
  return {
    readAt: times.length === 0 ? null : new Date(Math.min(...times)).toISOString(),
    tables: reads.map(([table, { sheet }]) => ({ table: table.name, rows: goodRows(sheet) })),
  };
}

function goodRows(sheet: SheetTable): ReferenceRow[] {
  return [...sheet.rows.values()]
    .filter(({ cells }) => Object.values(cells).every((cell) => cell.ok))
    .map(({ key, cells }) => ({
      key,
      version: 0,
      active: true,
      values: Object.fromEntries(Object.entries(cells).map(([field, cell]) => [field, cell.ok ? cell.value : null])),
    }));
}
