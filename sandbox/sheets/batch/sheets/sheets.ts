import { Refusal } from '../../errors.ts';
import { renameInFormulas } from '../../formula/rename.ts';
import { copyGrid } from '../../grid/grid.ts';
import { copyOverlay } from '../../overlay/copy.ts';
import { describeSheetProperties } from '../../spreadsheet/describe/sheet.ts';
import type { Edit } from '../../spreadsheet/edit.ts';
import { follow } from '../../spreadsheet/follow.ts';
import { newId } from '../../spreadsheet/ids.ts';
import { refuseTooLarge } from '../../spreadsheet/limits.ts';
import { guard } from '../../spreadsheet/protection.ts';
import { defaultSize, newSheet, sheetById, sheetByTitle } from '../../spreadsheet/spreadsheet.ts';
import type { Sheet } from '../../spreadsheet/spreadsheet.ts';
import { message } from '../../wire/message.ts';
import { SheetProperties } from '../../wire/messages.ts';
import { int32, text } from '../../wire/reader.ts';
import { gridLookOf, lookOf, refuseAllFrozen, refuseTitle } from './sheet-properties.ts';
import { kind } from '../kind.ts';

export const addSheet = kind(
  message('AddSheetRequest', { properties: SheetProperties }),
  (edit, { properties = {} }) => {
    const sheet = sheetFrom(edit, properties);
    insertSheet(edit, sheet, properties.index);
    return { addSheet: { properties: describeSheetProperties(edit.book, sheet) } };
  },
);

/** A new sheet as its properties ask for it. An id of 0 is an id like any other, and usually taken. */
export function sheetFrom(edit: Edit, properties: SheetProperties): Sheet {
  const { book } = edit;
  const { rowCount = defaultSize.rowCount, columnCount = defaultSize.columnCount } = properties.gridProperties ?? {};
  const sheetId = properties.sheetId ?? newId(book);
  if (sheetById(book, sheetId)) throw new Refusal(`Sheet with id ${sheetId} already exists.`);
  if (sheetId < 0) throw new Refusal('Sheet id must be non-negative.');
  if (rowCount < 1 || columnCount < 1) throw new Refusal('A sheet must have at least one row and one column.');
  const title = properties.title ?? freeTitle(edit);
  refuseTitle(book, title);
  const sheet = newSheet(sheetId, title, { rowCount, columnCount });
  refuseTooLarge(book, sheet, { rowCount, columnCount });
  const gridLook = gridLookOf(properties);
  refuseAllFrozen({ grid: sheet.grid, gridLook });
  return { ...sheet, hidden: properties.hidden ?? false, look: lookOf(properties), gridLook };
}

function insertSheet({ book }: Edit, sheet: Sheet, index = book.sheets.length): void {
  if (index < 0 || index > book.sheets.length) throw new Refusal(`Invalid sheet index: ${index}.`);
  book.sheets = book.sheets.toSpliced(index, 0, sheet);
}

function freeTitle({ book }: Edit): string {
  let number = book.sheets.length + 1;
  while (sheetByTitle(book, `Sheet${number}`)) number += 1;
  return `Sheet${number}`;
}

export const deleteSheet = kind(message('DeleteSheetRequest', { sheetId: int32 }), (edit, { sheetId = 0 }) => {
  const { book } = edit;
  const sheet = sheetById(book, sheetId);
  if (!sheet) throw new Refusal(`No sheet with id: ${sheetId}`);
  const rest = book.sheets.filter((one) => one !== sheet);
  if (rest.every((one) => one.hidden)) throw new Refusal("You can't remove all the visible sheets in a document.");
  guard(edit, sheet);
  book.sheets = rest;
  follow(book, { kind: 'drop sheet', sheetId });
});

/** A copy comes first when no place is named for it: the absent index is 0, as in every proto3 message. */
export const duplicateSheet = kind(
  message('DuplicateSheetRequest', {
    sourceSheetId: int32,
    insertSheetIndex: int32,
    newSheetId: int32,
    newSheetName: text,
  }),
  (edit, { sourceSheetId = 0, insertSheetIndex = 0, newSheetId, newSheetName }) => {
    const { book } = edit;
    const source = sheetById(book, sourceSheetId);
    if (!source) throw new Refusal(`No sheet with id: ${sourceSheetId}`);
    const copy = addCopy(edit, source, { sheetId: newSheetId, title: newSheetName, index: insertSheetIndex });
    return { duplicateSheet: { properties: describeSheetProperties(book, copy) } };
  },
);

type CopyAs = { sheetId?: number | undefined; title?: string | undefined; index?: number | undefined };

/**
 * Adds a copy of a sheet, which may be of another workbook: its cells and what lies on them, save protection and names. It
 * is shown also when the sheet is hidden, and formulas that call the sheet by its title mean the copy.
 */
export function addCopy(edit: Edit, source: Sheet, { sheetId, title, index }: CopyAs = {}): Sheet {
  const { rowCount, columnCount } = source.grid;
  const sheet = sheetFrom(edit, {
    title: title ?? copyTitle(edit, source),
    gridProperties: { rowCount, columnCount },
    ...(sheetId !== undefined && { sheetId }),
  });
  const copy = {
    ...source,
    sheetId: sheet.sheetId,
    title: sheet.title,
    hidden: false,
    grid: copyGrid(source.grid),
    overlay: copyOverlay(edit.book, source.overlay),
  };
  renameInFormulas({ sheets: [copy] }, source.title, copy.title);
  insertSheet(edit, copy, index);
  return copy;
}

function copyTitle({ book }: Edit, { title }: Sheet): string {
  const first = `Copy of ${title}`;
  let number = 1;
  while (sheetByTitle(book, number === 1 ? first : `${first} ${number}`)) number += 1;
  return number === 1 ? first : `${first} ${number}`;
}
