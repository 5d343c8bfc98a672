import { Refusal } from '../errors.ts';
import { contains, intersects, wholeGrid } from '../grid/area.ts';
import type { Area } from '../grid/area.ts';
import type { Edit } from './edit.ts';
import type { ProtectedRange, Sheet, Spreadsheet } from './spreadsheet.ts';

const refusal =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** Refuses an edit of cells that are protected from this user. Call it before every change of cells. */
export function guard({ book, user }: Edit, sheet: Sheet, area: Area = wholeGrid(sheet.grid)): void {
  const barred = book.protectedRanges.some(
    (range) =>
      range.sheetId === sheet.sheetId && !range.warningOnly && !mayEdit(book, range, user) && covers(range, area),
  );
  if (barred) throw new Refusal(refusal);
}

const covers = ({ area, unprotected = [] }: ProtectedRange, edited: Area) =>
  area ? intersects(area, edited) : !unprotected.some((open) => contains(open, edited));

export const mayEdit = (book: Spreadsheet, range: ProtectedRange, user: string) =>
  book.owner === user || range.editors.includes(user);

/** Refuses to change or remove a protection to those whom it bars. */
export function guardProtection({ book, user }: Edit, range: ProtectedRange): void {
  if (!mayEdit(book, range, user)) throw new Refusal(refusal);
}
