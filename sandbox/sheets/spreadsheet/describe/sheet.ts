import { describeFilter, describeOverlay } from '../../overlay/describe.ts';
import { toGridRange } from '../grid-range.ts';
import { describeProtectedRange } from './ranges.ts';
import type { Sheet, Spreadsheet } from '../spreadsheet.ts';
import { themeColors } from '../look/theme.ts';
import { plainColor } from '../../wire/color.ts';

/** SheetProperties: id, title, index and sizes are always there, everything else only when it is not the default. */
export function describeSheetProperties(book: Spreadsheet, sheet: Sheet) {
  const { rowCount, columnCount } = sheet.grid;
  return {
    sheetId: sheet.sheetId,
    title: sheet.title,
    index: book.sheets.indexOf(sheet),
    sheetType: 'GRID',
    gridProperties: { rowCount, columnCount, ...sheet.gridLook },
    ...(sheet.hidden && { hidden: true }),
    ...describeLook(book, sheet),
  };
}

const describeLook = (book: Spreadsheet, { look: { tabColorStyle, rightToLeft } }: Sheet) => ({
  ...(tabColorStyle && { tabColor: plainColor(tabColorStyle, themeColors(book)), tabColorStyle }),
  ...(rightToLeft && { rightToLeft }),
});

/** A sheet without its cells, as `user` sees it. */
export function describeSheet(book: Spreadsheet, sheet: Sheet, user: string) {
  const { sheetId, merges, basicFilter } = sheet;
  const protectedRanges = book.protectedRanges.filter((range) => range.sheetId === sheetId);
  return {
    properties: describeSheetProperties(book, sheet),
    ...(merges.length > 0 && { merges: merges.map((area) => toGridRange(sheetId, area)) }),
    ...(basicFilter && { basicFilter: describeFilter({ book, sheet }, basicFilter) }),
    ...(protectedRanges.length > 0 && {
      protectedRanges: protectedRanges.map((range) => describeProtectedRange(book, range, user)),
    }),
    ...describeOverlay({ book, sheet }),
  };
}
