import { formatRange } from '../grid/a1.ts';
import { DataFilter, isSamePlace, placesBy } from '../metadata/data-filter.ts';
import { describe } from '../spreadsheet/describe/spreadsheet.ts';
import type { Edit } from '../spreadsheet/edit.ts';
import type { Located } from '../spreadsheet/locate.ts';
import type { Spreadsheet } from '../spreadsheet/spreadsheet.ts';
import { clearValues } from '../values/clear.ts';
import { readValues } from '../values/get.ts';
import type { InputMode } from '../values/enter.ts';
import { writeBlock } from '../values/update.ts';
import type { Block } from '../values/update.ts';
import { message } from '../wire/message.ts';
import { Dimension, ListValue } from '../wire/messages.ts';
import { bool, list } from '../wire/reader.ts';
import type { Read } from '../wire/reader.ts';
import { filterFields } from './developer-metadata.ts';
import { operation } from './operation.ts';
import { gridDataAsked, spreadsheetFields } from './spreadsheets.ts';
import { readOptions } from './values-read.ts';
import { describeWritten, inputMode, totalFields, writeBatch, writeOptions, writtenFields } from './written.ts';
import type { WriteOptions } from './written.ts';

/** Like spreadsheets.get with the selected cells as its ranges. */
export const getSpreadsheetByDataFilter = operation({
  name: 'spreadsheets.getByDataFilter',
  kind: 'read',
  answerFields: spreadsheetFields,
  body: message('GetSpreadsheetByDataFilterRequest', {
    dataFilters: list(DataFilter),
    includeGridData: bool,
    excludeTablesInBandedRanges: bool,
  }),
  run({ caller: { store, user }, target, body: { dataFilters, includeGridData = false }, search }) {
    const book = store.get(target.spreadsheetId);
    const places = dataFilters && selections(book, dataFilters, user).map(({ place }) => place);
    return describe(book, { user, places, gridData: gridDataAsked(search, includeGridData) });
  },
});

/** Each selected range once, with all the filters that select it. */
export const batchGetByDataFilter = operation({
  name: 'spreadsheets.values.batchGetByDataFilter',
  kind: 'read',
  answerFields: `spreadsheetId,valueRanges(valueRange(range,majorDimension,values),${filterFields})`,
  body: message('BatchGetValuesByDataFilterRequest', { ...readOptions, dataFilters: list(DataFilter) }),
  run({ caller: { store, user }, target: { spreadsheetId }, body: { dataFilters = [], ...options } }) {
    const book = store.get(spreadsheetId);
    const valueRanges = selections(book, dataFilters, user).map(({ place, filters }) => ({
      valueRange: readValues(book, place, options),
      dataFilters: filters,
    }));
    return { spreadsheetId, ...(valueRanges.length > 0 && { valueRanges }) };
  },
});

const DataFilterValueRange = message('DataFilterValueRange', {
  dataFilter: DataFilter,
  majorDimension: Dimension,
  values: list(ListValue),
});
type DataFilterValueRange = Read<typeof DataFilterValueRange>;

/** The same values are written to every range that a filter selects. */
export const batchUpdateByDataFilter = operation({
  name: 'spreadsheets.values.batchUpdateByDataFilter',
  kind: 'write',
  answerFields: `spreadsheetId,${totalFields},responses(${writtenFields},dataFilter(a1Range,gridRange,developerMetadataLookup))`,
  body: message('BatchUpdateValuesByDataFilterRequest', { ...writeOptions, data: list(DataFilterValueRange) }),
  run({ caller: { store, user }, target: { spreadsheetId }, body: { data = [], ...options } }) {
    return store.edit(spreadsheetId, user, (edit) => {
      const mode = inputMode(edit, options);
      return { spreadsheetId, ...writeBatch(data, (item, block) => write(edit, item, { block, mode, options })) };
    });
  },
});

type Writing = { block: Block; mode: InputMode; options: WriteOptions };

function write(edit: Edit, data: DataFilterValueRange, { block, mode, options }: Writing) {
  const { dataFilter = {}, majorDimension } = data;
  return placesBy(edit.book, dataFilter, edit.user).map((place) => {
    const written = writeBlock(edit, place, { block, mode });
    return {
      written,
      answer: { ...describeWritten(edit, written, { options, majorDimension, data: place }), dataFilter },
    };
  });
}

export const batchClearByDataFilter = operation({
  name: 'spreadsheets.values.batchClearByDataFilter',
  kind: 'write',
  answerFields: 'spreadsheetId,clearedRanges',
  body: message('BatchClearValuesByDataFilterRequest', { dataFilters: list(DataFilter) }),
  run: ({ caller: { store, user }, target: { spreadsheetId }, body: { dataFilters = [] } }) =>
    store.edit(spreadsheetId, user, (edit) => {
      const places = selections(edit.book, dataFilters, user).map(({ place }) => place);
      for (const place of places) clearValues(edit, place);
      const clearedRanges = places.map(({ sheet, area }) => formatRange(sheet.title, area));
      return { spreadsheetId, ...(places.length > 0 && { clearedRanges }) };
    }),
});

type Selection = { place: Located; filters: DataFilter[] };

/** The cells that filters select, in the order of the filters; cells that several select are there once. */
function selections(book: Spreadsheet, filters: readonly DataFilter[], user: string): Selection[] {
  const found: Selection[] = [];
  for (const filter of filters) {
    for (const place of placesBy(book, filter, user)) {
      const known = found.find((one) => isSamePlace(one.place, place));
      if (known) known.filters.push(filter);
      else found.push({ place, filters: [filter] });
    }
  }
  return found;
}
