import { Refusal } from '../../errors.ts';
import type { Area } from '../../grid/area.ts';
import { describeProtectedRange } from '../../spreadsheet/describe/ranges.ts';
import type { Edit } from '../../spreadsheet/edit.ts';
import { cellsOf, toGridRange } from '../../spreadsheet/grid-range.ts';
import { newId } from '../../spreadsheet/ids.ts';
import { guardProtection } from '../../spreadsheet/protection.ts';
import type { ProtectedRange, Spreadsheet } from '../../spreadsheet/spreadsheet.ts';
import { asksFor, knownFields, readUpdateMask } from '../../wire/field-mask.ts';
import { message } from '../../wire/message.ts';
import { GridRange } from '../../wire/messages.ts';
import { bool, int32, list, text } from '../../wire/reader.ts';
import type { Read } from '../../wire/reader.ts';
import { kind } from '../kind.ts';

const ProtectedRangeMessage = message('ProtectedRange', {
  protectedRangeId: int32,
  range: GridRange,
  unprotectedRanges: list(GridRange),
  description: text,
  warningOnly: bool,
  requestingUserCanEdit: bool,
  editors: message('Editors', { users: list(text), groups: list(text), domainUsersCanEdit: bool }),
});
type Given = Read<typeof ProtectedRangeMessage>;

const protectedRangeFields = knownFields('range,unprotectedRanges,description,warningOnly,editors(users)');

/** The reply names no editors; the next read does, and whoever protected the range is one (recorded). */
export const addProtectedRange = kind(
  message('AddProtectedRangeRequest', { protectedRange: ProtectedRangeMessage }),
  (edit, { protectedRange: given = {} }) => {
    const { protectedRangeId = newId(edit.book), description, warningOnly = false } = given;
    if (edit.book.protectedRanges.some((one) => one.protectedRangeId === protectedRangeId)) {
      throw new Refusal(`A protected range with the ID ${protectedRangeId} already exists.`);
    }
    const added = {
      protectedRangeId,
      ...withOpenings(edit, place(edit, given), given),
      ...(description && { description }),
      warningOnly,
      editors: editorsOf(edit, given),
    };
    edit.book.protectedRanges = [...edit.book.protectedRanges, added];
    const described = describeProtectedRange(edit.book, added, edit.user);
    return { addProtectedRange: { protectedRange: { ...described, editors: {} } } };
  },
);

export const updateProtectedRange = kind(
  message('UpdateProtectedRangeRequest', { protectedRange: ProtectedRangeMessage, fields: text }),
  (edit, { protectedRange: given = {}, fields }) => {
    const mask = readUpdateMask(fields, protectedRangeFields);
    const old = protectedRangeById(edit.book, given.protectedRangeId);
    guardProtection(edit, old);
    const { area: _, description: __, unprotected: ___, ...rest } = old;
    const where = asksFor(mask, 'range')
      ? place(edit, given)
      : { sheetId: old.sheetId, ...(old.area && { area: old.area }) };
    const openings = asksFor(mask, 'unprotectedRanges') ? given : { unprotectedRanges: rangesOf(old) };
    const description = asksFor(mask, 'description') ? given.description : old.description;
    const updated = {
      ...rest,
      ...withOpenings(edit, where, openings),
      ...(description && { description }),
      ...(asksFor(mask, 'warningOnly') && { warningOnly: given.warningOnly ?? false }),
      ...(asksFor(mask, 'editors') && { editors: editorsOf(edit, given) }),
    };
    edit.book.protectedRanges = edit.book.protectedRanges.map((one) => (one === old ? updated : one));
  },
);

export const deleteProtectedRange = kind(
  message('DeleteProtectedRangeRequest', { protectedRangeId: int32 }),
  (edit, { protectedRangeId }) => {
    const gone = protectedRangeById(edit.book, protectedRangeId);
    guardProtection(edit, gone);
    edit.book.protectedRanges = edit.book.protectedRanges.filter((one) => one !== gone);
  },
);

type Protected = { readonly sheetId: number; readonly area?: Area };

/** A range that names no cells protects the whole sheet, whatever its size will be. */
function place({ book }: Edit, { range }: Given): Protected {
  const { sheet, area } = cellsOf(book, range);
  const { sheetId: _, ...bounds } = range ?? {};
  return { sheetId: sheet.sheetId, ...(Object.keys(bounds).length > 0 && { area }) };
}

/** Only in a protected sheet may some cells be open to all (discovery text). */
function withOpenings({ book }: Edit, where: Protected, { unprotectedRanges = [] }: Given) {
  if (unprotectedRanges.length === 0) return where;
  if (where.area) throw new Refusal('Unprotected ranges are only supported on protected sheets.');
  const unprotected = unprotectedRanges.map((range) => cellsOf(book, { ...range, sheetId: where.sheetId }).area);
  return { ...where, unprotected };
}

const rangesOf = ({ sheetId, unprotected = [] }: ProtectedRange) =>
  unprotected.map((area) => toGridRange(sheetId, area));

const editorsOf = ({ user }: Edit, { editors }: Given) => [...new Set([...(editors?.users ?? []), user])];

function protectedRangeById(book: Spreadsheet, id = 0): ProtectedRange {
  const range = book.protectedRanges.find((one) => one.protectedRangeId === id);
  if (!range) throw new Refusal(`No protected range with id: ${id}`);
  return range;
}
