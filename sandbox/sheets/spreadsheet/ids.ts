import { randomBytes, randomInt } from 'node:crypto';
import type { Overlay } from '../overlay/overlay.ts';
import type { Spreadsheet } from './spreadsheet.ts';

/** 44 characters that begin with 1, as Drive's are. */
export const newSpreadsheetId = () => `1${randomBytes(33).toString('base64url').slice(0, 43)}`;

const maxId = 2 ** 31 - 1;

/** A number that nothing else of the workbook has. */
export function newId(book: Spreadsheet): number {
  const id = randomInt(1, maxId);
  return isTaken(book, id) ? newId(book) : id;
}

function isTaken(book: Spreadsheet, id: number): boolean {
  return (
    book.sheets.some((sheet) => sheet.sheetId === id) ||
    book.sheets.some(({ overlay }) => overlayIds(overlay).includes(String(id))) ||
    book.namedRanges.some((range) => range.namedRangeId === String(id)) ||
    book.protectedRanges.some((range) => range.protectedRangeId === id) ||
    book.developerMetadata.some((one) => one.metadataId === id)
  );
}

const overlayIds = ({ bandings, filterViews, tables }: Overlay): string[] => [
  ...bandings.map(({ bandedRangeId }) => String(bandedRangeId)),
  ...filterViews.map(({ filterViewId }) => String(filterViewId)),
  ...tables.map(({ tableId }) => tableId),
];
