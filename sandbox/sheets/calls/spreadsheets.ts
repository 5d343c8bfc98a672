import { applyBatch, BatchRequest } from '../batch/batch.ts';
import { recalculate } from '../formula/recalculation/recalculate.ts';
import { createSheets, NewSheet } from '../batch/sheets/new-sheets.ts';
import { SpreadsheetProperties } from '../wire/spreadsheet-properties.ts';
import { describe, placesIn } from '../spreadsheet/describe/spreadsheet.ts';
import { asksForPath, parseMask } from '../wire/field-mask.ts';
import { message } from '../wire/message.ts';
import { bool, list, listWithGaps, text } from '../wire/reader.ts';
import { operation } from './operation.ts';

const gridRange = 'sheetId,startRowIndex,endRowIndex,startColumnIndex,endColumnIndex';
export const sheetPropertiesFields =
  'sheetId,title,index,sheetType,gridProperties(rowCount,columnCount,frozenRowCount,frozenColumnCount,hideGridlines,' +
  'rowGroupControlAfter,columnGroupControlAfter),hidden,tabColor,tabColorStyle,rightToLeft';
const sheet =
  `properties(${sheetPropertiesFields}),` +
  'data(startRow,startColumn,rowData(values(userEnteredValue,effectiveValue,formattedValue,userEnteredFormat,effectiveFormat,' +
  'hyperlink,note,textFormatRuns,dataValidation,chipRuns,pivotTable,dataSourceTable,dataSourceFormula)),rowMetadata(hiddenByFilter,hiddenByUser,pixelSize,developerMetadata),' +
  'columnMetadata(hiddenByFilter,hiddenByUser,pixelSize,developerMetadata)),' +
  `merges(${gridRange}),basicFilter(range(${gridRange}),criteria,filterSpecs,sortSpecs,tableId),` +
  'protectedRanges(protectedRangeId,range,namedRangeId,description,warningOnly,requestingUserCanEdit,unprotectedRanges,' +
  'editors(users,groups,domainUsersCanEdit)),conditionalFormats,filterViews,charts,bandedRanges,developerMetadata,rowGroups,' +
  'columnGroups,slicers,tables';
export const spreadsheetFields =
  'spreadsheetId,properties(title,locale,autoRecalc,timeZone,defaultFormat,spreadsheetTheme,iterativeCalculationSettings),' +
  `sheets(${sheet}),namedRanges(namedRangeId,name,range(${gridRange})),spreadsheetUrl,developerMetadata,dataSources`;

export const getSpreadsheet = operation({
  name: 'spreadsheets.get',
  kind: 'read',
  answerFields: spreadsheetFields,
  query: { ranges: list(text), includeGridData: bool, excludeTablesInBandedRanges: bool },
  run({ caller: { store, user }, target, query: { ranges = [], includeGridData = false }, search }) {
    const book = store.get(target.spreadsheetId);
    return describe(book, { user, places: placesIn(book, ranges), gridData: gridDataAsked(search, includeGridData) });
  },
});

/**
 * A field mask decides alone whether cells are given: `includeGridData` is ignored beside it. `part` is where the answer
 * holds the spreadsheet, when it is not the answer itself.
 */
export function gridDataAsked(search: URLSearchParams, includeGridData: boolean, part?: string): boolean {
  const fields = search.get('fields');
  const mask = fields === null ? undefined : parseMask(fields);
  if (!mask) return includeGridData;
  return asksForPath(mask, [...(part === undefined ? [] : [part]), 'sheets', 'data']);
}

export const createSpreadsheet = operation({
  name: 'spreadsheets.create',
  kind: 'write',
  answerFields: spreadsheetFields,
  body: message('Spreadsheet', { properties: SpreadsheetProperties, sheets: list(NewSheet) }),
  run({ caller: { store, user }, body: { properties = {}, sheets = [] } }) {
    return store.create(user, properties.title ?? 'Untitled spreadsheet', (edit) => {
      edit.book.locale = properties.locale ?? edit.book.locale;
      edit.book.timeZone = properties.timeZone ?? edit.book.timeZone;
      createSheets(edit, sheets);
      return describe(edit.book, { user });
    });
  },
});

export const batchUpdateSpreadsheet = operation({
  name: 'spreadsheets.batchUpdate',
  kind: 'write',
  answerFields: `spreadsheetId,replies,updatedSpreadsheet(${spreadsheetFields})`,
  body: message('BatchUpdateSpreadsheetRequest', {
    // google-spreadsheet sends null for a cell that has not changed, and its tests pass at Google.
    requests: listWithGaps(BatchRequest),
    includeSpreadsheetInResponse: bool,
    responseRanges: list(text),
    responseIncludeGridData: bool,
  }),
  run({ caller: { store, user }, target: { spreadsheetId }, body, search }) {
    const {
      requests = [],
      includeSpreadsheetInResponse,
      responseRanges: ranges = [],
      responseIncludeGridData = false,
    } = body;
    return store.edit(spreadsheetId, user, (edit) => {
      const replies = applyBatch(edit, requests);
      if (includeSpreadsheetInResponse) recalculate(edit);
      const gridData = gridDataAsked(search, responseIncludeGridData, 'updatedSpreadsheet');
      const updatedSpreadsheet =
        includeSpreadsheetInResponse && describe(edit.book, { user, places: placesIn(edit.book, ranges), gridData });
      return { spreadsheetId, replies, ...(updatedSpreadsheet && { updatedSpreadsheet }) };
    });
  },
});
