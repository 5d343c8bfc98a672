import { Refusal } from '../errors.ts';
import { cellsOf } from '../spreadsheet/grid-range.ts';
import { locate } from '../spreadsheet/locate.ts';
import type { Located } from '../spreadsheet/locate.ts';
import type { Spreadsheet } from '../spreadsheet/spreadsheet.ts';
import { message } from '../wire/message.ts';
import { GridRange } from '../wire/messages.ts';
import { text } from '../wire/reader.ts';
import type { Read } from '../wire/reader.ts';
import { meetsArea, placesOf } from './location.ts';
import { Lookup, lookupTest } from './lookup.ts';
import { isVisible } from './metadata.ts';
import type { DeveloperMetadata } from './metadata.ts';

/** Names cells by a range, or by the metadata on them. */
export const DataFilter = message('DataFilter', {
  a1Range: text,
  gridRange: GridRange,
  developerMetadataLookup: Lookup,
});
export type DataFilter = Read<typeof DataFilter>;

/** The metadata that a filter selects, of what `user` sees: for a range, all on rows, columns and sheets that it meets. */
export function metadataBy(book: Spreadsheet, filter: DataFilter, user: string): DeveloperMetadata[] {
  const visible = book.developerMetadata.filter((one) => isVisible(one, user));
  if (filter.developerMetadataLookup) {
    refuseSeveral(filter);
    return visible.filter(lookupTest(book, filter.developerMetadataLookup));
  }
  const { sheet, area } = rangeOf(book, filter);
  return visible.filter(({ location }) => meetsArea(book, location, { sheetId: sheet.sheetId, area }));
}

/** The cells that a filter selects. Metadata that is twice on one place gives it once. */
export function placesBy(book: Spreadsheet, filter: DataFilter, user: string): Located[] {
  if (!filter.developerMetadataLookup) return [rangeOf(book, filter)];
  const places = metadataBy(book, filter, user).flatMap(({ location }) => placesOf(book, location));
  return places.filter((place, index) => places.findIndex((one) => isSamePlace(one, place)) === index);
}

export const isSamePlace = (a: Located, b: Located) =>
  a.sheet === b.sheet &&
  a.area.top === b.area.top &&
  a.area.bottom === b.area.bottom &&
  a.area.left === b.area.left &&
  a.area.right === b.area.right;

function rangeOf(book: Spreadsheet, filter: DataFilter): Located {
  refuseSeveral(filter);
  const { a1Range, gridRange } = filter;
  if (a1Range !== undefined) return locate(book, a1Range);
  if (gridRange) return cellsOf(book, gridRange);
  throw new Refusal('Must specify a data filter.');
}

function refuseSeveral(filter: DataFilter): void {
  if (Object.keys(filter).length > 1) throw new Refusal('DataFilter must specify exactly one filter.');
}
