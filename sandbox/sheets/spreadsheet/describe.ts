import { wholeGrid } from '../grid/area.ts';
import { describeNamedRange } from './describe-ranges.ts';
import { describeSheet } from './describe-sheet.ts';
import { defaultFormat, spreadsheetTheme } from './default-format.ts';
import { describeGrid } from './grid-data.ts';
import { localeOf } from '../locale/locale.ts';
import { locate } from './locate.ts';
import type { Spreadsheet } from './spreadsheet.ts';

/** `ranges` leaves out the sheets that none of them is on; with `gridData` it also bounds the cells. */
export type View = { user: string; ranges?: readonly string[]; gridData?: boolean };

/** The Spreadsheet resource, as `user` sees it. */
export function describe(book: Spreadsheet, { user, ranges = [], gridData = false }: View) {
  const places = ranges.length > 0 ? ranges.map((range) => locate(book, range)) : book.sheets.map(whole);
  const sheets = book.sheets.filter((sheet) => places.some((place) => place.sheet === sheet));
  const described = sheets.map((sheet) => {
    const areas = places.filter((place) => place.sheet === sheet).map((place) => place.area);
    return {
      ...describeSheet(book, sheet, user),
      ...(gridData && { data: areas.map((area) => describeGrid(sheet, area, localeOf(book.locale))) }),
    };
  });
  const { spreadsheetId, title, locale, autoRecalc, timeZone, namedRanges } = book;
  return {
    spreadsheetId,
    properties: { title, locale, autoRecalc, timeZone, defaultFormat, spreadsheetTheme },
    sheets: described,
    ...(namedRanges.length > 0 && { namedRanges: namedRanges.map(describeNamedRange) }),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit`,
  };
}

const whole = (sheet: Spreadsheet['sheets'][number]) => ({ sheet, area: wholeGrid(sheet.grid) });
