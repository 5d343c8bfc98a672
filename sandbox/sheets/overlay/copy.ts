import { newId } from '../spreadsheet/ids.ts';
import type { Spreadsheet } from '../spreadsheet/spreadsheet.ts';
import type { Overlay } from './overlay.ts';

/** What lies on a copy of a sheet that is put into a workbook: the same, with ids and table names of its own. */
export function copyOverlay(book: Spreadsheet, overlay: Overlay): Overlay {
  const taken = book.sheets.flatMap((sheet) => sheet.overlay.tables.map(({ name }) => name.toLowerCase()));
  return {
    ...overlay,
    bandings: overlay.bandings.map((banding) => ({ ...banding, bandedRangeId: newId(book) })),
    filterViews: overlay.filterViews.map((view) => ({ ...view, filterViewId: newId(book) })),
    tables: overlay.tables.map((table) => {
      const name = freeName(table.name, taken);
      taken.push(name.toLowerCase());
      return { ...table, name, tableId: String(newId(book)) };
    }),
  };
}

function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name.toLowerCase())) return name;
  let number = 1;
  while (taken.includes(`${name}_${number}`.toLowerCase())) number += 1;
  return `${name}_${number}`;
}
