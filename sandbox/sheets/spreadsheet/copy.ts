import { copySpreadsheet } from './spreadsheet.ts';
import type { Spreadsheet } from './spreadsheet.ts';

type Identity = 'spreadsheetId' | 'owner' | 'title' | 'createdTime' | 'modifiedTime';

/** All of a workbook but what makes it this one: for a copy of it. */
export function contentOf(book: Spreadsheet): Omit<Spreadsheet, Identity> {
  const {
    spreadsheetId: _,
    owner: __,
    title: ___,
    createdTime: ____,
    modifiedTime: _____,
    ...content
  } = copySpreadsheet(book);
  return content;
}
