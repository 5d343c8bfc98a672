import { ApiError } from '../errors.ts';
import { DataFilter, metadataBy } from '../metadata/data-filter.ts';
import { describeMetadata, isVisible } from '../metadata/metadata.ts';
import { message } from '../wire/message.ts';
import { list } from '../wire/reader.ts';
import { operation } from './operation.ts';

const metadata =
  'metadataId,metadataKey,metadataValue,visibility,' +
  'location(locationType,spreadsheet,sheetId,dimensionRange(sheetId,dimension,startIndex,endIndex))';

/** What a data filter may hold, for the `fields` of an answer that gives it back. */
export const filterFields = 'dataFilters(a1Range,gridRange,developerMetadataLookup)';

export const getMetadata = operation({
  name: 'spreadsheets.developerMetadata.get',
  kind: 'read',
  answerFields: metadata,
  run({ caller: { store, user }, target: { spreadsheetId, metadataId } }) {
    const book = store.get(spreadsheetId);
    const found = book.developerMetadata.find((one) => String(one.metadataId) === metadataId && isVisible(one, user));
    if (!found) throw noMetadata(metadataId);
    return describeMetadata(found);
  },
});

/** Each entry once, with all the filters that select it. */
export const searchMetadata = operation({
  name: 'spreadsheets.developerMetadata.search',
  kind: 'read',
  answerFields: `matchedDeveloperMetadata(developerMetadata(${metadata}),${filterFields})`,
  body: message('SearchDeveloperMetadataRequest', { dataFilters: list(DataFilter) }),
  run({ caller: { store, user }, target: { spreadsheetId }, body: { dataFilters = [] } }) {
    const book = store.get(spreadsheetId);
    const selections = dataFilters.map((filter) => ({ filter, selected: new Set(metadataBy(book, filter, user)) }));
    const matched = book.developerMetadata.flatMap((one) => {
      const by = selections.filter(({ selected }) => selected.has(one)).map(({ filter }) => filter);
      return by.length > 0 ? [{ developerMetadata: describeMetadata(one), dataFilters: by }] : [];
    });
    return matched.length > 0 ? { matchedDeveloperMetadata: matched } : {};
  },
});

const noMetadata = (metadataId: string) =>
  new ApiError({ code: 404, status: 'NOT_FOUND', message: `No developer metadata with ID ${metadataId}` });
