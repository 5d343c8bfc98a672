import { formatSeparated, parseSeparated, separatedTypes } from '../../drive/csv.ts';
import type { Separated } from '../../drive/csv.ts';
import { spreadsheetType } from '../../drive/file.ts';
import type { DriveFile } from '../../drive/file.ts';
import { wholeGrid } from '../../grid/area.ts';
import type { Edit } from '../../spreadsheet/edit.ts';
import { follow } from '../../spreadsheet/follow.ts';
import { newSheet } from '../../spreadsheet/spreadsheet.ts';
import { asTyped } from '../../values/enter.ts';
import { readValues } from '../../values/get.ts';
import { writeBlock } from '../../values/update.ts';
import { bool, readWhole, text } from '../../wire/reader.ts';
import type { Caller, Media } from '../operation.ts';
import { badRequest, driveError, required } from './drive-error.ts';
import { driveOperation } from './drive-operation.ts';
import { describeFile, fileFields } from './file-answer.ts';
import { fileById, FileBody, makeFile } from './files.ts';
import { readUpload } from './upload.ts';

/** The first sheet as people see it. The other formats that Google has are refused. */
export const exportFile = driveOperation({
  name: 'drive.files.export',
  answerFields: '',
  media: 'answer',
  query: { mimeType: text },
  run({ caller, target, query: { mimeType } }) {
    const file = fileById(caller, target.fileId);
    if (mimeType === undefined) throw required('mimeType');
    const format = separatedTypes.find(({ contentType }) => contentType === mimeType);
    if (!format || file.mimeType !== spreadsheetType) throw noConversion();
    return { contentType: mimeType, text: formatSeparated(shownRows(caller, file), format) };
  },
});

function shownRows({ store }: Caller, { id }: DriveFile): string[][] {
  const book = store.get(id);
  const [sheet] = book.sheets;
  if (!sheet) return [];
  const { values = [] } = readValues(book, { sheet, area: wholeGrid(sheet.grid) }, {});
  return values.map((row) => row.map(String));
}

const uploadQuery = { uploadType: text, convert: bool, ocr: bool, useContentAsIndexableText: bool };

/** A new workbook out of rows of text. */
export const uploadNewFile = driveOperation({
  name: 'drive.files.create',
  answerFields: fileFields,
  media: 'body',
  query: uploadQuery,
  run({ caller, media, search }) {
    const { metadata, content } = readUpload(media);
    const body = readWhole(FileBody, metadata ?? { mimeType: spreadsheetType }) ?? {};
    const rows = rowsOf(content);
    const file = makeFile(caller, { ...body, mimeType: spreadsheetType });
    importRows(caller, file, rows);
    return describeFile(fileById(caller, file.id), caller.user, search);
  },
});

/** New content for a workbook: all sheets but the first are gone, and that holds nothing but the rows (as gspread says). */
export const uploadFile = driveOperation({
  name: 'drive.files.update',
  needs: 'write',
  answerFields: fileFields,
  media: 'body',
  query: uploadQuery,
  run({ caller, target, media, search }) {
    const file = fileById(caller, target.fileId);
    importRows(caller, file, rowsOf(readUpload(media).content));
    return describeFile(fileById(caller, file.id), caller.user, search);
  },
});

/** The same, as the calls of version 2 answer it. */
export const uploadFileV2 = driveOperation({
  name: 'drive.files.update',
  needs: 'write',
  answerFields: 'kind,id,title,mimeType,createdDate,modifiedDate',
  media: 'body',
  query: uploadQuery,
  run({ caller, target, media }) {
    const file = fileById(caller, target.fileId);
    importRows(caller, file, rowsOf(readUpload(media).content));
    const {
      id,
      name: title,
      mimeType,
      createdTime: createdDate,
      modifiedTime: modifiedDate,
    } = fileById(caller, file.id);
    return { kind: 'drive#file', id, title, mimeType, createdDate, modifiedDate };
  },
});

function rowsOf({ contentType, text: content }: Media): string[][] {
  const format: Separated | undefined = separatedTypes.find((one) => contentType.startsWith(one.contentType));
  if (!format) throw badRequest('Bad Request');
  return parseSeparated(content, format);
}

function importRows({ store, user }: Caller, { id, mimeType }: DriveFile, rows: string[][]): void {
  if (mimeType !== spreadsheetType) throw badRequest('Bad Request');
  store.edit(id, user, (edit) => replaceContent(edit, rows));
}

/** Values are taken as typed: numbers and dates in the text become such. */
function replaceContent(edit: Edit, rows: string[][]): void {
  const { book } = edit;
  const [first] = book.sheets;
  if (!first) return;
  for (const { sheetId } of book.sheets) follow(book, { kind: 'drop sheet', sheetId });
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const { rowCount, columnCount } = newSheet(0, '').grid;
  const size = { rowCount: Math.max(rowCount, rows.length), columnCount: Math.max(columnCount, width) };
  const sheet = newSheet(first.sheetId, first.title, size);
  book.sheets = [sheet];
  const start = { top: 0, left: 0, bottom: 1, right: 1 };
  writeBlock(edit, { sheet, area: start }, { block: rows, mode: asTyped(edit) });
}

const noConversion = () =>
  driveError({
    code: 400,
    message: 'The requested conversion is not supported.',
    reason: 'badRequest',
    parameter: 'convertTo',
  });
