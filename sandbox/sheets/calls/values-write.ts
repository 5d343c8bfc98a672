import { Refusal } from '../errors.ts';
import { formatRange } from '../grid/a1.ts';
import type { Edit } from '../spreadsheet/edit.ts';
import { locate } from '../spreadsheet/locate.ts';
import { appendBlock } from '../values/append.ts';
import { clearValues } from '../values/clear.ts';
import { asTyped } from '../values/enter.ts';
import type { InputMode } from '../values/enter.ts';
import { readValues } from '../values/get.ts';
import { inputRows } from '../values/input.ts';
import type { RenderOptions } from '../values/render.ts';
import { writeBlock } from '../values/update.ts';
import type { Written } from '../values/update.ts';
import { message } from '../wire/message.ts';
import { DateTimeRenderOption, ValueInputOption, ValueRange, ValueRenderOption } from '../wire/messages.ts';
import { bool, list, oneOf, text } from '../wire/reader.ts';
import type { Read } from '../wire/reader.ts';
import { operation } from './operation.ts';

const writeOptions = {
  valueInputOption: ValueInputOption,
  includeValuesInResponse: bool,
  responseValueRenderOption: ValueRenderOption,
  responseDateTimeRenderOption: DateTimeRenderOption,
};
const WriteOptions = message('WriteOptions', writeOptions);
type WriteOptions = Read<typeof WriteOptions>;

const updateAnswer =
  'spreadsheetId,updatedRange,updatedRows,updatedColumns,updatedCells,updatedData(range,majorDimension,values)';

export const updateValues = operation({
  name: 'spreadsheets.values.update',
  kind: 'write',
  answerFields: updateAnswer,
  query: writeOptions,
  body: ValueRange,
  bodyPath: 'data',
  run({ caller: { store, user }, target, query, body }) {
    return store.edit(
      target.spreadsheetId,
      user,
      (edit) => write(edit, { data: { ...body, range: target.range }, at: 'values', options: query }).answer,
    );
  },
});

export const batchUpdateValues = operation({
  name: 'spreadsheets.values.batchUpdate',
  kind: 'write',
  answerFields: `spreadsheetId,totalUpdatedRows,totalUpdatedColumns,totalUpdatedCells,totalUpdatedSheets,responses(${updateAnswer})`,
  body: message('BatchUpdateValuesRequest', { ...writeOptions, data: list(ValueRange) }),
  run({ caller: { store, user }, target: { spreadsheetId }, body: { data = [], ...options } }) {
    return store.edit(spreadsheetId, user, (edit) => {
      const written = data.map((one, index) => write(edit, { data: one, at: `data[${index}].values`, options }));
      const sum = (count: (one: Written) => number) => written.reduce((total, one) => total + count(one.written), 0);
      return {
        spreadsheetId,
        ...shown(
          'totalUpdatedRows',
          sum((one) => one.updatedRows),
        ),
        ...shown('totalUpdatedColumns', Math.max(0, ...written.map((one) => one.written.updatedColumns))),
        ...shown(
          'totalUpdatedCells',
          sum((one) => one.updatedCells),
        ),
        ...shown('totalUpdatedSheets', new Set(written.map((one) => one.written.sheet)).size),
        responses: written.map((one) => one.answer),
      };
    });
  },
});

export const appendValues = operation({
  name: 'spreadsheets.values.append',
  kind: 'write',
  answerFields: `spreadsheetId,tableRange,updates(${updateAnswer})`,
  query: { ...writeOptions, insertDataOption: oneOf('InsertDataOption', ['OVERWRITE', 'INSERT_ROWS']) },
  body: ValueRange,
  bodyPath: 'data',
  run({ caller: { store, user }, target: { spreadsheetId, range }, query: { insertDataOption, ...options }, body }) {
    return store.edit(spreadsheetId, user, (edit) => {
      const mode = inputMode(edit, options);
      const place = locate(edit.book, range);
      const block = inputRows(body, 'values');
      const { table, written } = appendBlock(edit, place, {
        block,
        mode,
        insertRows: insertDataOption === 'INSERT_ROWS',
      });
      return {
        spreadsheetId,
        ...(table && { tableRange: formatRange(place.sheet.title, table) }),
        updates: answerOf(edit, written, { options, data: body }),
      };
    });
  },
});

export const clear = operation({
  name: 'spreadsheets.values.clear',
  kind: 'write',
  answerFields: 'spreadsheetId,clearedRange',
  run: ({ caller: { store, user }, target: { spreadsheetId, range } }) =>
    store.edit(spreadsheetId, user, (edit) => ({ spreadsheetId, clearedRange: clearRange(edit, range) })),
});

export const batchClear = operation({
  name: 'spreadsheets.values.batchClear',
  kind: 'write',
  answerFields: 'spreadsheetId,clearedRanges',
  body: message('BatchClearValuesRequest', { ranges: list(text) }),
  run: ({ caller: { store, user }, target: { spreadsheetId }, body: { ranges = [] } }) =>
    store.edit(spreadsheetId, user, (edit) => ({
      spreadsheetId,
      clearedRanges: ranges.map((range) => clearRange(edit, range)),
    })),
});

type WriteInput = { data: ValueRange; at: string; options: WriteOptions };

function write(edit: Edit, { data, at, options }: WriteInput) {
  const mode = inputMode(edit, options);
  const written = writeBlock(edit, locate(edit.book, data.range ?? ''), { block: inputRows(data, at), mode });
  return { written, answer: answerOf(edit, written, { options, data }) };
}

function inputMode(edit: Edit, { valueInputOption }: WriteOptions): InputMode {
  if (valueInputOption === 'RAW') return { option: 'RAW' };
  if (valueInputOption === 'USER_ENTERED') return asTyped(edit);
  throw new Refusal("'valueInputOption' is required but not specified");
}

/** An UpdateValuesResponse; counts of nothing are left out. */
function answerOf({ book }: Edit, written: Written, { options, data }: { options: WriteOptions; data: ValueRange }) {
  const { sheet, area, updatedRows, updatedColumns, updatedCells } = written;
  const { includeValuesInResponse, responseValueRenderOption, responseDateTimeRenderOption } = options;
  const render: RenderOptions = {
    ...(responseValueRenderOption && { valueRenderOption: responseValueRenderOption }),
    ...(responseDateTimeRenderOption && { dateTimeRenderOption: responseDateTimeRenderOption }),
  };
  const reading = { ...render, ...(data.majorDimension && { majorDimension: data.majorDimension }) };
  return {
    spreadsheetId: book.spreadsheetId,
    updatedRange: formatRange(sheet.title, area),
    ...shown('updatedRows', updatedRows),
    ...shown('updatedColumns', updatedColumns),
    ...shown('updatedCells', updatedCells),
    ...(includeValuesInResponse && { updatedData: readValues(book, { sheet, area }, reading) }),
  };
}

const shown = (name: string, count: number) => (count > 0 ? { [name]: count } : {});

function clearRange(edit: Edit, range: string): string {
  const place = locate(edit.book, range);
  clearValues(edit, place);
  return formatRange(place.sheet.title, place.area);
}
