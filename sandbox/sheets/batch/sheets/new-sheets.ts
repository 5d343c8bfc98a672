import type { Edit } from '../../spreadsheet/edit.ts';
import { message } from '../../wire/message.ts';
import { RowData, SheetProperties } from '../../wire/messages.ts';
import { int32, list } from '../../wire/reader.ts';
import type { Read } from '../../wire/reader.ts';
import { writeCells } from '../cells/cells.ts';
import { sheetFrom } from './sheets.ts';

/** A sheet in the body of spreadsheets.create, with its first cells. */
export const NewSheet = message('Sheet', {
  properties: SheetProperties,
  data: list(message('GridData', { startRow: int32, startColumn: int32, rowData: list(RowData) })),
});

/** The sheets of a new workbook take the place of its default one. */
export function createSheets(edit: Edit, sheets: readonly Read<typeof NewSheet>[]): void {
  if (sheets.length === 0) return;
  edit.book.sheets = [];
  for (const { properties = {}, data = [] } of sheets) {
    const sheetId = properties.sheetId ?? (edit.book.sheets.length === 0 ? 0 : undefined);
    const sheet = sheetFrom(edit, { ...properties, ...(sheetId !== undefined && { sheetId }) });
    edit.book.sheets.push(sheet);
    for (const { startRow: rowIndex = 0, startColumn: columnIndex = 0, rowData = [] } of data) {
      writeCells(edit, { sheetId: sheet.sheetId, rowIndex, columnIndex }, { rows: rowData, mask: { '*': {} } });
    }
  }
}
