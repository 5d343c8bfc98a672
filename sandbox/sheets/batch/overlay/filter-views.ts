import { Refusal } from '../../errors.ts';
import { describeFilterView } from '../../overlay/describe.ts';
import type { FilterView as View } from '../../overlay/overlay.ts';
import type { Edit } from '../../spreadsheet/edit.ts';
import { cellsOf } from '../../spreadsheet/grid-range.ts';
import { newId } from '../../spreadsheet/ids.ts';
import type { Located } from '../../spreadsheet/locate.ts';
import { sheetById } from '../../spreadsheet/spreadsheet.ts';
import type { Sheet, Spreadsheet } from '../../spreadsheet/spreadsheet.ts';
import { asksFor, readUpdateMask } from '../../wire/field-mask.ts';
import { FilterView, specsOf } from '../../wire/filter.ts';
import { message } from '../../wire/message.ts';
import { int32, text } from '../../wire/reader.ts';
import { kind } from '../kind.ts';

export const addFilterView = kind(
  message('AddFilterViewRequest', { filter: FilterView }),
  (edit, { filter: given = {} }) => {
    const { filterViewId = newId(edit.book), title = freeTitle(edit.book) } = given;
    if (viewsOf(edit.book).some(({ view }) => view.filterViewId === filterViewId))
      throw new Refusal(`A filter view with the ID ${filterViewId} already exists.`);
    const { sheet, area } = placeOf(edit, given);
    const view = { filterViewId, title, area, specs: specsOf(given), sortSpecs: given.sortSpecs ?? [] };
    setViews(sheet, [...sheet.overlay.filterViews, view]);
    return { addFilterView: { filter: describeFilterView({ book: edit.book, sheet }, view) } };
  },
);

export const updateFilterView = kind(
  message('UpdateFilterViewRequest', { filter: FilterView, fields: text }),
  (edit, { filter: given = {}, fields }) => {
    const mask = readUpdateMask(fields, FilterView.fields ?? {});
    const { sheet, view: old } = viewById(edit.book, given.filterViewId);
    const asksForPlace = ['range', 'namedRangeId', 'tableId'].some((name) => asksFor(mask, name));
    const place = asksForPlace ? placeOf(edit, given) : { sheet, area: old.area };
    const updated = {
      ...old,
      area: place.area,
      ...(asksFor(mask, 'title') && { title: given.title ?? '' }),
      ...(asksFor(mask, 'sortSpecs') && { sortSpecs: given.sortSpecs ?? [] }),
      ...((asksFor(mask, 'criteria') || asksFor(mask, 'filterSpecs')) && { specs: specsOf(given) }),
    };
    setViews(
      sheet,
      sheet.overlay.filterViews.filter((one) => one !== old),
    );
    setViews(place.sheet, [...place.sheet.overlay.filterViews, updated]);
  },
);

export const deleteFilterView = kind(
  message('DeleteFilterViewRequest', { filterId: int32 }),
  ({ book }, { filterId }) => {
    const { sheet, view: gone } = viewById(book, filterId);
    setViews(
      sheet,
      sheet.overlay.filterViews.filter((one) => one !== gone),
    );
  },
);

export const duplicateFilterView = kind(
  message('DuplicateFilterViewRequest', { filterId: int32 }),
  ({ book }, { filterId }) => {
    const { sheet, view } = viewById(book, filterId);
    const copy = { ...view, filterViewId: newId(book), title: `Copy of ${view.title}` };
    setViews(sheet, [...sheet.overlay.filterViews, copy]);
    return { duplicateFilterView: { filter: describeFilterView({ book, sheet }, copy) } };
  },
);

/** A view over a named range or a table is kept as one over the cells that these have now. */
function placeOf({ book }: Edit, { range, namedRangeId, tableId }: FilterView): Located {
  if (namedRangeId !== undefined) {
    const named = book.namedRanges.find((one) => one.namedRangeId === namedRangeId);
    const sheet = named && sheetById(book, named.sheetId);
    if (!sheet) throw new Refusal(`No named range with id: ${namedRangeId}`);
    return { sheet, area: named.area };
  }
  if (tableId === undefined) return cellsOf(book, range);
  for (const sheet of book.sheets) {
    const table = sheet.overlay.tables.find((one) => one.tableId === tableId);
    if (table) return { sheet, area: table.area };
  }
  throw new Refusal(`No table with id: ${tableId}`);
}

const viewsOf = ({ sheets }: Spreadsheet) =>
  sheets.flatMap((sheet) => sheet.overlay.filterViews.map((view) => ({ sheet, view })));

function viewById(book: Spreadsheet, id = 0): { sheet: Sheet; view: View } {
  const found = viewsOf(book).find(({ view }) => view.filterViewId === id);
  if (!found) throw new Refusal(`No filter view with id: ${id}`);
  return found;
}

function freeTitle(book: Spreadsheet): string {
  const taken = viewsOf(book).map(({ view }) => view.title);
  let number = 1;
  while (taken.includes(`Filter ${number}`)) number += 1;
  return `Filter ${number}`;
}

function setViews(sheet: Sheet, filterViews: readonly View[]): void {
  sheet.overlay = { ...sheet.overlay, filterViews };
}
