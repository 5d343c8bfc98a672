import { locate } from '../spreadsheet/locate.ts';
import { readValues } from '../values/get.ts';
import { DateTimeRenderOption, Dimension, ValueRenderOption } from '../wire/messages.ts';
import { list, text } from '../wire/reader.ts';
import { operation } from './operation.ts';

const readOptions = {
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
    const { sheet, area } = locate(caller.store.get(target.spreadsheetId), target.range);
    return readValues(sheet, area, query);
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
    const valueRanges = ranges.map((range) => {
      const { sheet, area } = locate(book, range);
      return readValues(sheet, area, options);
    });
    return { spreadsheetId, ...(valueRanges.length > 0 && { valueRanges }) };
  },
});
