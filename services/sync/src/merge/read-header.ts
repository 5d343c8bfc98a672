import { noteHeader, type Table } from '@opsheet/shared/reference/table';
import type { Layout } from './model.ts';
import { readText } from './read-cell.ts';

/** Where the columns stand, or why the tab cannot be read, in words for the owner that say what to do. */
export type HeaderReading = { ok: true; layout: Layout } | { ok: false; quarantine: string };

/** Finds each column by the exact text of its header, in any order; columns that the table does not name are ignored. */
export function readHeader(table: Table, header: readonly unknown[]): HeaderReading {
  const titles = header.map(readText);
  const wanted = table.columns.map((column) => column.header);
  if (titles.every((title) => title === ''))
    return refuse(table, `the first row has no headers; it must read ${quoted(wanted)}`);

  const doubled = [...wanted, noteHeader].find((title) => titles.indexOf(title) !== titles.lastIndexOf(title));
  if (doubled !== undefined) return refuse(table, `there is more than one column "${doubled}"; keep one`);

  const missing = wanted.filter((title) => !titles.includes(title));
  if (missing.length > 0) return refuse(table, missingColumns(missing, strangers(titles, wanted)));

  const columns = Object.fromEntries(table.columns.map(({ field, header }) => [field, titles.indexOf(header)]));
  const note = titles.indexOf(noteHeader);
  return { ok: true, layout: { columns, note: note === -1 ? null : note, width: titles.length } };
}

/** Also the answer to a tab without any rows. */
export function refuse(table: Table, why: string): { ok: false; quarantine: string } {
  return { ok: false, quarantine: `${table.tab}: ${why}` };
}

const quoted = (titles: readonly string[]) => titles.map((title) => `"${title}"`).join(', ');

const strangers = (titles: readonly string[], wanted: readonly string[]) =>
  titles.filter((title) => title !== '' && title !== noteHeader && !wanted.includes(title));

function missingColumns(missing: readonly string[], found: readonly string[]): string {
  const columns = missing.length === 1 ? 'the column' : 'the columns';
  const instead = found.length === 0 ? 'put it back' : `found instead: ${quoted(found)}; give it its old name again`;
  return `${columns} ${quoted(missing)} cannot be found; ${instead}`;
}
