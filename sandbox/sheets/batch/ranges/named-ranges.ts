import { Refusal } from '../../errors.ts';
import { describeNamedRange } from '../../spreadsheet/describe/ranges.ts';
import type { Edit } from '../../spreadsheet/edit.ts';
import { cellsOf } from '../../spreadsheet/grid-range.ts';
import { newId } from '../../spreadsheet/ids.ts';
import type { NamedRange, Spreadsheet } from '../../spreadsheet/spreadsheet.ts';
import { parseCells } from '../../grid/a1.ts';
import { asksFor, knownFields, readUpdateMask } from '../../wire/field-mask.ts';
import { message } from '../../wire/message.ts';
import { GridRange } from '../../wire/messages.ts';
import { text } from '../../wire/reader.ts';
import { kind } from '../kind.ts';

const NamedRangeMessage = message('NamedRange', { namedRangeId: text, name: text, range: GridRange });
const namedRangeFields = knownFields('namedRangeId,name,range');

export const addNamedRange = kind(
  message('AddNamedRangeRequest', { namedRange: NamedRangeMessage }),
  (edit, { namedRange: { namedRangeId = String(newId(edit.book)), name, range } = {} }) => {
    if (edit.book.namedRanges.some((one) => one.namedRangeId === namedRangeId)) {
      throw new Refusal(`A named range with the ID ${namedRangeId} already exists.`);
    }
    const added = { namedRangeId, name: freeName(edit.book, name), ...place(edit, range) };
    edit.book.namedRanges = [...edit.book.namedRanges, added];
    return { addNamedRange: { namedRange: describeNamedRange(added) } };
  },
);

export const updateNamedRange = kind(
  message('UpdateNamedRangeRequest', { namedRange: NamedRangeMessage, fields: text }),
  (edit, { namedRange: { namedRangeId = '', name, range } = {}, fields }) => {
    const mask = readUpdateMask(fields, namedRangeFields);
    const old = namedRangeById(edit.book, namedRangeId);
    const updated = {
      ...old,
      ...(asksFor(mask, 'name') && { name: freeName(edit.book, name, old) }),
      ...(asksFor(mask, 'range') && place(edit, range)),
    };
    edit.book.namedRanges = edit.book.namedRanges.map((one) => (one === old ? updated : one));
  },
);

export const deleteNamedRange = kind(
  message('DeleteNamedRangeRequest', { namedRangeId: text }),
  ({ book }, { namedRangeId = '' }) => {
    const gone = namedRangeById(book, namedRangeId);
    book.namedRanges = book.namedRanges.filter((one) => one !== gone);
  },
);

function place(edit: Edit, range: GridRange | undefined): Pick<NamedRange, 'sheetId' | 'area'> {
  const { sheet, area } = cellsOf(edit.book, range);
  return { sheetId: sheet.sheetId, area };
}

function namedRangeById(book: Spreadsheet, id: string): NamedRange {
  const range = book.namedRanges.find((one) => one.namedRangeId === id);
  if (!range) throw new Refusal(`No named range with id: ${id}`);
  return range;
}

/** A name is a word that is neither a cell nor taken. */
function freeName(book: Spreadsheet, name = '', own?: NamedRange): string {
  if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) || parseCells(name)) throw new Refusal(`Invalid name: ${name}`);
  const taken = book.namedRanges.some((one) => one !== own && one.name.toLowerCase() === name.toLowerCase());
  if (taken) throw new Refusal(`A named range with the name ${name} already exists.`);
  return name;
}
