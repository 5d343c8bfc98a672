import { Refusal } from '../../errors.ts';
import type { Edit } from '../../spreadsheet/edit.ts';
import { renameInFormulas } from '../../formula/rename.ts';
import { gridById } from '../../spreadsheet/grid-range.ts';
import { resizeSheet } from '../../spreadsheet/shift.ts';
import { defaultSize, sheetByTitle } from '../../spreadsheet/spreadsheet.ts';
import type { GridLook, Look, Sheet, Spreadsheet } from '../../spreadsheet/spreadsheet.ts';
import { styleMask } from '../../wire/color.ts';
import { asksFor, readUpdateMask } from '../../wire/field-mask.ts';
import type { FieldMask } from '../../wire/field-mask.ts';
import { masked } from '../../wire/masked.ts';
import { message } from '../../wire/message.ts';
import { SheetProperties } from '../../wire/messages.ts';
import { text } from '../../wire/reader.ts';
import { kind } from '../kind.ts';

const sheetFields = SheetProperties.fields ?? {};

/** A field that the mask names and the properties have not goes back to its default. */
export const updateSheetProperties = kind(
  message('UpdateSheetPropertiesRequest', { properties: SheetProperties, fields: text }),
  (edit, { properties = {}, fields }) => {
    const mask = readUpdateMask(fields, sheetFields);
    const sheet = gridById(edit.book, properties.sheetId);
    if (asksFor(mask, 'title')) rename(edit.book, sheet, properties.title ?? '');
    if (asksFor(mask, 'hidden')) hide(edit.book, sheet, properties.hidden ?? false);
    if (asksFor(mask, 'gridProperties')) updateGrid(edit, sheet, { properties, mask: mask['gridProperties'] });
    sheet.look = masked(sheet.look, lookOf(properties), styleMask(mask)) ?? {};
    if (asksFor(mask, 'index')) moveSheet(edit.book, sheet, properties.index);
  },
);

const maxTitleCharacters = 100;

/** Refuses a title that is empty, too long or that another sheet has. */
export function refuseTitle(book: Spreadsheet, title: string, own?: Sheet): void {
  if (title === '') throw new Refusal('The sheet name cannot be empty.');
  if (title.length > maxTitleCharacters)
    throw new Refusal(`The sheet name cannot be greater than ${maxTitleCharacters} characters.`);
  const other = sheetByTitle(book, title);
  if (other && other !== own)
    throw new Refusal(`A sheet with the name "${title}" already exists. Please enter another name.`);
}

function rename(book: Spreadsheet, sheet: Sheet, title: string): void {
  refuseTitle(book, title, sheet);
  renameInFormulas(book, sheet.title, title);
  sheet.title = title;
}

function hide(book: Spreadsheet, sheet: Sheet, hidden: boolean): void {
  const othersHidden = book.sheets.every((one) => one === sheet || one.hidden);
  if (hidden && othersHidden) throw new Refusal("You can't hide all the sheets in a document.");
  sheet.hidden = hidden;
}

/** The index is read against the order before the sheet is taken out of it; without one the sheet becomes the last. */
function moveSheet(book: Spreadsheet, sheet: Sheet, index = book.sheets.length): void {
  if (index < 0 || index > book.sheets.length) throw new Refusal(`Invalid sheet index: ${index}.`);
  const from = book.sheets.indexOf(sheet);
  const rest = book.sheets.filter((one) => one !== sheet);
  book.sheets = rest.toSpliced(index > from ? index - 1 : index, 0, sheet);
}

function updateGrid(
  edit: Edit,
  sheet: Sheet,
  { properties, mask }: { properties: SheetProperties; mask: FieldMask | undefined },
): void {
  const { rowCount = defaultSize.rowCount, columnCount = defaultSize.columnCount } = properties.gridProperties ?? {};
  const size = {
    rowCount: asksFor(mask, 'rowCount') ? rowCount : sheet.grid.rowCount,
    columnCount: asksFor(mask, 'columnCount') ? columnCount : sheet.grid.columnCount,
  };
  resizeSheet(edit, sheet, size);
  sheet.gridLook = masked(sheet.gridLook, gridLookOf(properties), mask ?? {}) ?? {};
  refuseAllFrozen(sheet);
}

/** People could scroll to nothing. */
export function refuseAllFrozen({ grid, gridLook }: Pick<Sheet, 'grid' | 'gridLook'>): void {
  const { frozenRowCount = 0, frozenColumnCount = 0 } = gridLook;
  if (frozenRowCount >= grid.rowCount) throw new Refusal("You can't freeze all visible rows on the sheet.");
  if (frozenColumnCount >= grid.columnCount) throw new Refusal("You can't freeze all visible columns on the sheet.");
}

export const lookOf = ({ tabColorStyle, rightToLeft }: SheetProperties): Look => ({
  ...(tabColorStyle && { tabColorStyle }),
  ...(rightToLeft && { rightToLeft }),
});

/** Defaults (false and 0) are never shown, so they are not kept. */
export function gridLookOf({ gridProperties = {} }: SheetProperties): GridLook {
  const { rowCount: _, columnCount: __, ...look } = gridProperties;
  return Object.fromEntries(Object.entries(look).filter(([, value]) => Boolean(value)));
}
