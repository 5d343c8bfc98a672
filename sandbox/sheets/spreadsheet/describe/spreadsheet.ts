import { wholeGrid } from '../../grid/area.ts';
import type { Area } from '../../grid/area.ts';
import { describedList, isVisible } from '../../metadata/metadata.ts';
import { withMetadataOnLines } from '../../metadata/on-lines.ts';
import { describeNamedRange } from './ranges.ts';
import { describeSheet } from './sheet.ts';
import { cellView } from './cell.ts';
import { describeProperties } from './properties.ts';
import { describeGrid } from './grid.ts';
import { locate } from '../locate.ts';
import type { Located } from '../locate.ts';
import type { Spreadsheet } from '../spreadsheet.ts';

/** `places` leave out the sheets that none of them is on; with `gridData` they also bound the cells. */
export type View = { user: string; places?: readonly Located[] | undefined; gridData?: boolean };

/** The places that ranges name, for a View; undefined, which is the whole workbook, for none. */
export const placesIn = (book: Spreadsheet, ranges: readonly string[]): Located[] | undefined =>
  ranges.length > 0 ? ranges.map((range) => locate(book, range)) : undefined;

/** The Spreadsheet resource, as `user` sees it. */
export function describe(book: Spreadsheet, { user, places = book.sheets.map(whole), gridData = false }: View) {
  const metadata = book.developerMetadata.filter((one) => isVisible(one, user));
  const cells = cellView(book);
  const sheets = book.sheets.filter((sheet) => places.some((place) => place.sheet === sheet));
  const described = sheets.map((sheet) => {
    const areas = places.filter((place) => place.sheet === sheet).map((place) => place.area);
    const dataOf = (area: Area) =>
      withMetadataOnLines(describeGrid(sheet, area, cells), metadata, { sheetId: sheet.sheetId, area });
    return {
      ...describeSheet(book, sheet, user),
      ...describedList(
        metadata.filter(({ location }) => location.type === 'SHEET' && location.sheetId === sheet.sheetId),
      ),
      ...(gridData && { data: areas.map(dataOf) }),
    };
  });
  const { spreadsheetId, namedRanges } = book;
  return {
    spreadsheetId,
    properties: describeProperties(book),
    sheets: described,
    ...(namedRanges.length > 0 && { namedRanges: namedRanges.map(describeNamedRange) }),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit`,
    ...describedList(metadata.filter(({ location }) => location.type === 'SPREADSHEET')),
  };
}

const whole = (sheet: Spreadsheet['sheets'][number]) => ({ sheet, area: wholeGrid(sheet.grid) });
