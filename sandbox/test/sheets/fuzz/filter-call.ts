import type { Random } from '../../random.ts';
import type { PlainCall } from './plain-call.ts';

const filters = [
  {},
  { a1Range: 'A1:B2' },
  { a1Range: 'Nope!A1' },
  { gridRange: { startRowIndex: 30 } },
  { developerMetadataLookup: {} },
  { developerMetadataLookup: { metadataLocation: { sheetId: 0 }, locationMatchingStrategy: 'EXACT_LOCATION' } },
  { a1Range: 'A1', developerMetadataLookup: { locationType: 'ROW' } },
];

/** A call that says by a data filter what it is about. */
export function randomFilterCall(random: Random, spreadsheetId: string): PlainCall {
  const book = `/v4/spreadsheets/${spreadsheetId}`;
  const dataFilters = [random.pick(filters), random.pick(filters)].slice(random.below(2));
  const data = [{ dataFilter: random.pick(filters), values: [['x', null, 3]] }];
  return random.pick<PlainCall>([
    { method: 'POST', path: `${book}/developerMetadata:search`, body: { dataFilters } },
    { method: 'GET', path: `${book}/developerMetadata/${random.pick(['1', 'x', '%20'])}` },
    { method: 'POST', path: `${book}:getByDataFilter`, body: { dataFilters, includeGridData: random.chance(0.2) } },
    { method: 'POST', path: `${book}/values:batchGetByDataFilter`, body: { dataFilters } },
    { method: 'POST', path: `${book}/values:batchUpdateByDataFilter`, body: { valueInputOption: 'RAW', data } },
    { method: 'POST', path: `${book}/values:batchClearByDataFilter`, body: { dataFilters } },
  ]);
}
