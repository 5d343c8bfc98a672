import { toGridRange } from '../grid-range.ts';
import { mayEdit } from '../protection.ts';
import type { NamedRange, ProtectedRange, Spreadsheet } from '../spreadsheet.ts';

export const describeNamedRange = ({ namedRangeId, name, sheetId, area }: NamedRange) => ({
  namedRangeId,
  name,
  range: toGridRange(sheetId, area),
});

/** Who may edit is told only to those who may. */
export function describeProtectedRange(book: Spreadsheet, range: ProtectedRange, user: string) {
  const { protectedRangeId, sheetId, area, unprotected = [], description, warningOnly, editors } = range;
  return {
    protectedRangeId,
    range: area ? toGridRange(sheetId, area) : { ...(sheetId !== 0 && { sheetId }) },
    ...(unprotected.length > 0 && { unprotectedRanges: unprotected.map((open) => toGridRange(sheetId, open)) }),
    ...(description && { description }),
    ...(warningOnly && { warningOnly }),
    ...((warningOnly || mayEdit(book, range, user)) && { requestingUserCanEdit: true, editors: { users: editors } }),
  };
}
