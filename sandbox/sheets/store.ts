import type { Clock } from '@opsheet/shared/runtime/clock';
import { entityNotFound } from './errors.ts';
import { recalculate } from './formula/recalculation/recalculate.ts';
import type { Edit } from './spreadsheet/edit.ts';
import { newSpreadsheetId } from './spreadsheet/ids.ts';
import { copySpreadsheet, newSpreadsheet } from './spreadsheet/spreadsheet.ts';
import type { Spreadsheet } from './spreadsheet/spreadsheet.ts';

/**
 * All workbooks. A workbook is only ever replaced as a whole, so what `get` returned never changes. Who may open which is
 * asked before: here only protected ranges tell users apart.
 */
export type Store = {
  /** In the order of their making. */
  all: () => Spreadsheet[];
  /** Throws the 404. */
  get: (spreadsheetId: string) => Spreadsheet;
  /** Grows with every change of the workbook, as long as this store lives. Throws the 404. */
  revision: (spreadsheetId: string) => number;
  /** Makes a workbook with one empty sheet and applies the first change to it; nothing is made when that throws. */
  create: <T>(user: string, title: string, change: (edit: Edit) => T) => T;
  remove: (spreadsheetId: string, user: string) => void;
  /** Applies a change to a copy and keeps the copy, unless the change throws. */
  edit: <T>(spreadsheetId: string, user: string, change: (edit: Edit) => T) => T;
};

/** What became of a workbook, and by whom. */
export type StoreChange = {
  readonly book: Spreadsheet;
  readonly happened: 'made' | 'edited' | 'removed';
  readonly user: string;
};

type StoreOptions = {
  clock: Clock;
  spreadsheets?: readonly Spreadsheet[];
  changed?: (change: StoreChange) => void;
};

export function openStore({ clock, spreadsheets = [], changed = () => {} }: StoreOptions): Store {
  const books = new Map(spreadsheets.map((book) => [book.spreadsheetId, book]));
  const revisions = new Map<string, number>();
  const put = (change: StoreChange) => {
    const { book } = change;
    books.set(book.spreadsheetId, book);
    revisions.set(book.spreadsheetId, (revisions.get(book.spreadsheetId) ?? 0) + 1);
    changed(change);
  };
  const get = (spreadsheetId: string) => {
    const book = books.get(spreadsheetId);
    if (!book) throw entityNotFound();
    return book;
  };
  return {
    all: () => [...books.values()],
    get,
    revision: (spreadsheetId) => revisions.get(get(spreadsheetId).spreadsheetId) ?? 0,
    create(user, title, change) {
      const now = new Date(clock.now());
      const book = newSpreadsheet({ spreadsheetId: newSpreadsheetId(), owner: user, title, time: now.toISOString() });
      const result = applied({ book, user, now }, change);
      put({ book, happened: 'made', user });
      return result;
    },
    remove(spreadsheetId, user) {
      const book = get(spreadsheetId);
      books.delete(spreadsheetId);
      changed({ book, happened: 'removed', user });
    },
    edit(spreadsheetId, user, change) {
      const now = new Date(clock.now());
      const before = get(spreadsheetId);
      const book = { ...copySpreadsheet(before), modifiedTime: now.toISOString() };
      const result = applied({ book, before, user, now }, change);
      put({ book, happened: 'edited', user });
      return result;
    },
  };
}

function applied<T>(edit: Edit, change: (edit: Edit) => T): T {
  const result = change(edit);
  recalculate(edit);
  return result;
}
