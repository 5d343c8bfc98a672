import { locate } from '../spreadsheet/locate.ts';
import { readValues } from '../values/get.ts';
import { DateTimeRenderOption, Dimension, ValueRenderOption } from '../wire/messages.ts';
import { list, text } from '../wire/reader.ts';
import { operation } from './operation.ts';

export const readOptions = {
  majorDimension: Dimension,
  valueRenderOption: ValueRenderOption,
  dateTimeRenderOption: DateTimeRenderOption,
};

export const getValues = operation({
  name: 'spreadsheets.values.get',
  kind: 'read',
  answerFields: 'range,majorDimension,values',
  query: readOptions,
  run({ caller, target, query }) {
    const book = caller.store.get(target.spreadsheetId);
    return readValues(book, locate(book, target.range), query);
  },
});

/** One unreadable range refuses the whole call. */
export const batchGetValues = operation({
  name: 'spreadsheets.values.batchGet',
  kind: 'read',
  answerFields: 'spreadsheetId,valueRanges(range,majorDimension,values)',
  query: { ...readOptions, ranges: list(text) },
  run({ caller, target: { spreadsheetId }, query: { ranges = [], ...options } }) {
    const book = caller.store.get(spreadsheetId);
    const valueRanges = ranges.map((range) => readValues(book, locate(book, range), options));
    return { spreadsheetId, ...(valueRanges.length > 0 && { valueRanges }) };
  },
});
