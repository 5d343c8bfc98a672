import type { Spreadsheet } from './spreadsheet.ts';

/** One change by somebody: `book` is a draft that replaces the workbook when nothing in the change is refused. */
export type Edit = { readonly book: Spreadsheet; readonly user: string; readonly now: Date };
