import test from 'ava';
import type { ExecutionContext } from 'ava';
import { workbookFor } from '../workbook.ts';
import type { Workbook } from '../workbook.ts';
import { byKey, create, keysFound, matchesOf, onColumn, onRow } from './metadata.ts';

async function noted(t: ExecutionContext): Promise<Workbook> {
  const book = await workbookFor(t);
  await book.batch({ addSheet: { properties: { sheetId: 5, title: 'Other' } } });
  await book.batch(
    create('book', { spreadsheet: true }, { metadataId: 1 }),
    create('sheet', { sheetId: 0 }, { metadataValue: 'v' }),
    create('row', onRow(2)),
    create('column', onColumn(1), { visibility: 'PROJECT' }),
    create('other', { sheetId: 5 }),
  );
  return book;
}

const all = ['book', 'sheet', 'row', 'column', 'other'];
const intersecting = (metadataLocation: object) => ({
  metadataLocation,
  locationMatchingStrategy: 'INTERSECTING_LOCATION',
});
const exact = (metadataLocation: object) => ({ metadataLocation, locationMatchingStrategy: 'EXACT_LOCATION' });

const lookups: [lookup: object, found: string[]][] = [
  [{}, all],
  [{ metadataId: 1 }, ['book']],
  [{ metadataKey: 'row' }, ['row']],
  [{ metadataValue: 'v' }, ['sheet']],
  [{ visibility: 'PROJECT' }, ['column']],
  [{ locationType: 'SHEET' }, ['sheet', 'other']],
  [{ locationType: 'SPREADSHEET' }, ['book']],
  [{ locationType: 'SHEET', metadataValue: 'v' }, ['sheet']],
  [intersecting({ sheetId: 0 }), ['sheet', 'row', 'column']],
  [exact({ sheetId: 0 }), ['sheet']],
  [intersecting(onRow(2)), ['sheet', 'row', 'column']],
  [intersecting(onRow(3)), ['sheet', 'column']],
  [exact(onRow(2)), ['row']],
  [exact(onRow(3)), []],
  [{ metadataLocation: onColumn(1), locationType: 'ROW' }, ['row']],
  [intersecting({ spreadsheet: true }), ['book']],
];

for (const [lookup, found] of lookups) {
  test(`the lookup ${JSON.stringify(lookup)} finds ${found.join(', ') || 'nothing'}`, async (t) => {
    t.deepEqual(await keysFound(await noted(t), { developerMetadataLookup: lookup }), found);
  });
}

for (const lookup of [
  { locationMatchingStrategy: 'EXACT_LOCATION' },
  { ...exact(onRow(2)), locationType: 'ROW' },
  { ...intersecting(onRow(2)), locationType: 'SPREADSHEET' },
]) {
  test(`the lookup ${JSON.stringify(lookup)} is refused`, async (t) => {
    const { send } = await noted(t);
    const dataFilters = [{ developerMetadataLookup: lookup }];
    t.is((await send('POST', '/developerMetadata:search', { dataFilters })).status, 400);
  });
}

test('a range finds what is on the rows, columns and sheets that it meets', async (t) => {
  const book = await noted(t);
  t.deepEqual(await keysFound(book, { a1Range: 'Sheet1!A1:B2' }), ['sheet', 'column']);
  t.deepEqual(await keysFound(book, { gridRange: { startRowIndex: 2, startColumnIndex: 2 } }), ['sheet', 'row']);
});

test('an entry that several filters select is there once, with each of them', async (t) => {
  const { send } = await noted(t);
  const dataFilters = [byKey('row'), byKey('other'), { developerMetadataLookup: { locationType: 'ROW' } }];
  const matches = matchesOf(await send('POST', '/developerMetadata:search', { dataFilters }));
  t.like(matches, [
    { developerMetadata: { metadataKey: 'row' }, dataFilters: [dataFilters[0], dataFilters[2]] },
    { developerMetadata: { metadataKey: 'other' }, dataFilters: [dataFilters[1]] },
  ]);
});

test('a filter that is none, or is two, is refused', async (t) => {
  const { send } = await noted(t);
  for (const filter of [{}, { a1Range: 'A1', developerMetadataLookup: {} }]) {
    t.is((await send('POST', '/developerMetadata:search', { dataFilters: [filter] })).status, 400);
  }
});
