import { addCopy } from '../batch/sheets/sheets.ts';
import { describeSheetProperties } from '../spreadsheet/describe/sheet.ts';
import { gridById } from '../spreadsheet/grid-range.ts';
import { message } from '../wire/message.ts';
import { int32, readWhole, text } from '../wire/reader.ts';
import { guardSpreadsheet } from './guard-access.ts';
import { operation } from './operation.ts';
import { sheetPropertiesFields } from './spreadsheets.ts';

/** Copies a sheet to the end of a workbook, which may be its own; the answer is the properties of the copy. */
export const copySheet = operation({
  name: 'spreadsheets.sheets.copyTo',
  kind: 'write',
  needs: 'read',
  answerFields: sheetPropertiesFields,
  body: message('CopySheetToAnotherSpreadsheetRequest', { destinationSpreadsheetId: text }),
  run({ caller, target, body: { destinationSpreadsheetId = '' } }) {
    const { store, user } = caller;
    guardSpreadsheet(caller, destinationSpreadsheetId, 'write');
    const source = gridById(store.get(target.spreadsheetId), readWhole(int32, target.sheetId, 'sheet_id'));
    return store.edit(destinationSpreadsheetId, user, (edit) =>
      describeSheetProperties(edit.book, addCopy(edit, source)),
    );
  },
});
