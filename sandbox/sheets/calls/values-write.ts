import { formatRange } from '../grid/a1.ts';
import type { Edit } from '../spreadsheet/edit.ts';
import { locate } from '../spreadsheet/locate.ts';
import { appendBlock } from '../values/append.ts';
import { clearValues } from '../values/clear.ts';
import type { InputMode } from '../values/enter.ts';
import { inputRows } from '../values/input.ts';
import { writeBlock } from '../values/update.ts';
import type { Block, Written } from '../values/update.ts';
import { message } from '../wire/message.ts';
import { ValueRange } from '../wire/messages.ts';
import { list, oneOf, text } from '../wire/reader.ts';
import { operation } from './operation.ts';
import { describeWritten, inputMode, totalFields, writeBatch, writeOptions, writtenFields } from './written.ts';
import type { WriteOptions } from './written.ts';

const updateAnswer = `spreadsheetId,${writtenFields}`;

export const updateValues = operation({
  name: 'spreadsheets.values.update',
  kind: 'write',
  answerFields: updateAnswer,
  query: writeOptions,
  body: ValueRange,
  bodyPath: 'data',
  run({ caller: { store, user }, target, query, body }) {
    return store.edit(target.spreadsheetId, user, (edit) => {
      const mode = inputMode(edit, query);
      const data = { ...body, range: target.range };
      return write(edit, { data, block: inputRows(body, 'values'), mode, options: query }).answer;
    });
  },
});

export const batchUpdateValues = operation({
  name: 'spreadsheets.values.batchUpdate',
  kind: 'write',
  answerFields: `spreadsheetId,${totalFields},responses(${updateAnswer})`,
  body: message('BatchUpdateValuesRequest', { ...writeOptions, data: list(ValueRange) }),
  run({ caller: { store, user }, target: { spreadsheetId }, body: { data = [], ...options } }) {
    return store.edit(spreadsheetId, user, (edit) => {
      const mode = inputMode(edit, options);
      const batch = writeBatch(data, (item, block) => [write(edit, { data: item, block, mode, options })]);
      return { spreadsheetId, ...batch };
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
    store.edit(spreadsheetId, user, (edit) => {
      const clearedRanges = ranges.map((range) => clearRange(edit, range));
      return { spreadsheetId, ...(clearedRanges.length > 0 && { clearedRanges }) };
    }),
});

type WriteInput = { data: ValueRange; block: Block; mode: InputMode; options: WriteOptions };

function write(edit: Edit, { data, block, mode, options }: WriteInput) {
  const written = writeBlock(edit, locate(edit.book, data.range ?? ''), { block, mode });
  return { written, answer: answerOf(edit, written, { options, data }) };
}

/** An UpdateValuesResponse. */
function answerOf(edit: Edit, written: Written, { options, data }: { options: WriteOptions; data: ValueRange }) {
  const { majorDimension } = data;
  return {
    spreadsheetId: edit.book.spreadsheetId,
    ...describeWritten(edit, written, { options, majorDimension, data: written }),
  };
}

function clearRange(edit: Edit, range: string): string {
  const place = locate(edit.book, range);
  clearValues(edit, place);
  return formatRange(place.sheet.title, place.area);
}
