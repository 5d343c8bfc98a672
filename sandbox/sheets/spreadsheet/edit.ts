import type { Spreadsheet } from './spreadsheet.ts';

/**
 * One change by somebody: `book` is a draft that replaces the workbook when nothing in the change is refused. `before` is
 * the workbook as it was, absent while it is being made.
 */
export type Edit = {
  readonly book: Spreadsheet;
  readonly before?: Spreadsheet;
  readonly user: string;
  readonly now: Date;
};
