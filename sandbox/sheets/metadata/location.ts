import { Refusal } from '../errors.ts';
import { intersects, wholeGrid, withSpan } from '../grid/area.ts';
import type { Line, Place } from '../grid/move.ts';
import { gridById } from '../spreadsheet/grid-range.ts';
import type { Located } from '../spreadsheet/locate.ts';
import type { Spreadsheet } from '../spreadsheet/spreadsheet.ts';
import { message } from '../wire/message.ts';
import { DimensionRange } from '../wire/messages.ts';
import { bool, int32, oneOf } from '../wire/reader.ts';
import type { Read } from '../wire/reader.ts';

/** What metadata is on. */
export type MetadataLocation =
  | { readonly type: 'SPREADSHEET' }
  | { readonly type: 'SHEET'; readonly sheetId: number }
  | { readonly type: 'ROW' | 'COLUMN'; readonly line: Line };

export const LocationType = oneOf('DeveloperMetadataLocationType', [
  'DEVELOPER_METADATA_LOCATION_TYPE_UNSPECIFIED',
  'ROW',
  'COLUMN',
  'SHEET',
  'SPREADSHEET',
]);

export const Location = message('DeveloperMetadataLocation', {
  locationType: LocationType,
  spreadsheet: bool,
  sheetId: int32,
  dimensionRange: DimensionRange,
});
export type Location = Read<typeof Location>;

/** Refuses a location that is none, is several, or is not in the workbook. `locationType` is only ever answered. */
export function readLocation(book: Spreadsheet, { spreadsheet, sheetId, dimensionRange }: Location): MetadataLocation {
  const given = [spreadsheet, sheetId, dimensionRange].filter((one) => one !== undefined);
  if (given.length !== 1) throw new Refusal('DeveloperMetadataLocation must specify exactly one location.');
  if (dimensionRange) return readLine(book, dimensionRange);
  if (sheetId !== undefined) return { type: 'SHEET', sheetId: gridById(book, sheetId).sheetId };
  if (!spreadsheet) throw new Refusal('DeveloperMetadataLocation must specify exactly one location.');
  return { type: 'SPREADSHEET' };
}

function readLine(book: Spreadsheet, { sheetId, dimension, startIndex, endIndex }: DimensionRange): MetadataLocation {
  const sheet = gridById(book, sheetId);
  if (!dimension) throw new Refusal('No dimension specified.');
  if (startIndex === undefined || endIndex === undefined)
    throw new Refusal('DimensionRange must specify both a startIndex and an endIndex');
  if (endIndex - startIndex !== 1) throw new Refusal('DimensionRange must represent a single row or column');
  const count = dimension === 'ROWS' ? sheet.grid.rowCount : sheet.grid.columnCount;
  if (startIndex < 0 || startIndex >= count)
    throw new Refusal(`DimensionRange.startIndex[${startIndex}] must be within the grid size (${count}).`);
  return {
    type: dimension === 'ROWS' ? 'ROW' : 'COLUMN',
    line: { sheetId: sheet.sheetId, dimension, index: startIndex },
  };
}

/** As an answer gives it: like a GridRange, a DimensionRange leaves out the id of the first sheet. */
export function describeLocation(location: MetadataLocation) {
  if (location.type === 'SPREADSHEET') return { locationType: location.type, spreadsheet: true };
  if (location.type === 'SHEET') return { locationType: location.type, sheetId: location.sheetId };
  const { sheetId, dimension, index } = location.line;
  return {
    locationType: location.type,
    dimensionRange: { ...(sheetId !== 0 && { sheetId }), dimension, startIndex: index, endIndex: index + 1 },
  };
}

export function isSameLocation(a: MetadataLocation, b: MetadataLocation): boolean {
  if (a.type !== b.type) return false;
  if (a.type === 'SPREADSHEET') return true;
  return sheetIdOf(a) === sheetIdOf(b) && indexOf(a) === indexOf(b);
}

/** A sheet meets its rows and columns, a row every column. The whole workbook meets nothing but itself (Google's reference). */
export function meets(a: MetadataLocation, b: MetadataLocation): boolean {
  if (a.type === 'SPREADSHEET' || b.type === 'SPREADSHEET') return a.type === b.type;
  if (sheetIdOf(a) !== sheetIdOf(b)) return false;
  return a.type !== b.type || indexOf(a) === indexOf(b);
}

/** Whether an area of cells and a location have a cell in common. */
export function meetsArea(book: Spreadsheet, location: MetadataLocation, { sheetId, area }: Place): boolean {
  if (location.type === 'SPREADSHEET') return false;
  return placesOf(book, location).some((place) => place.sheet.sheetId === sheetId && intersects(place.area, area));
}

/** The cells of a location; those of the workbook are all its sheets. */
export function placesOf(book: Spreadsheet, location: MetadataLocation): Located[] {
  if (location.type === 'SPREADSHEET') return book.sheets.map((sheet) => ({ sheet, area: wholeGrid(sheet.grid) }));
  const sheet = gridById(book, sheetIdOf(location));
  const all = wholeGrid(sheet.grid);
  if (location.type === 'SHEET') return [{ sheet, area: all }];
  const { dimension, index } = location.line;
  return [{ sheet, area: withSpan(all, dimension, { start: index, end: index + 1 }) }];
}

/** The sheet that a location is on; none for the workbook. */
export function sheetIdOf(location: MetadataLocation): number | undefined {
  if (location.type === 'SPREADSHEET') return undefined;
  return location.type === 'SHEET' ? location.sheetId : location.line.sheetId;
}

const indexOf = (location: MetadataLocation) => ('line' in location ? location.line.index : undefined);
