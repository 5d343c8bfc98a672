import test from 'ava';
import type { ExecutionContext } from 'ava';
import { messageOf, workbookFor } from '../workbook.ts';
import type { Workbook } from '../workbook.ts';
import { byKey, create, onColumn, onRow } from './metadata.ts';

async function filled(t: ExecutionContext): Promise<Workbook> {
  const book = await workbookFor(t);
  await book.fill('A1', [
    ['Model', 'Sales'],
    ['W-23', '70'],
    ['W-24', '74'],
  ]);
  await book.batch(create('W-24', onRow(2)), create('sales', onColumn(1)), create('also W-24', onRow(2)));
  return book;
}

test('values are read by the metadata on their row, with the filters that selected them', async (t) => {
  const { send, spreadsheetId } = await filled(t);
  const dataFilters = [byKey('W-24'), { a1Range: 'Sheet1!A1:B1' }, byKey('also W-24'), byKey('nothing')];
  t.deepEqual((await send('POST', '/values:batchGetByDataFilter', { dataFilters, majorDimension: 'ROWS' })).body, {
    spreadsheetId,
    valueRanges: [
      {
        valueRange: { range: 'Sheet1!A3:Z3', majorDimension: 'ROWS', values: [['W-24', '74']] },
        dataFilters: [dataFilters[0], dataFilters[2]],
      },
      {
        valueRange: { range: 'Sheet1!A1:B1', majorDimension: 'ROWS', values: [['Model', 'Sales']] },
        dataFilters: [dataFilters[1]],
      },
    ],
  });
});

test('filters that select nothing are answered without ranges', async (t) => {
  const { send, spreadsheetId } = await filled(t);
  const dataFilters = [byKey('nothing')];
  t.deepEqual((await send('POST', '/values:batchGetByDataFilter', { dataFilters })).body, { spreadsheetId });
  t.deepEqual((await send('POST', '/values:batchClearByDataFilter', { dataFilters })).body, { spreadsheetId });
});

test('values are written by metadata, and the answer gives the whole selected range after that', async (t) => {
  const { send, spreadsheetId } = await filled(t);
  const dataFilter = byKey('W-24');
  const { body } = await send('POST', '/values:batchUpdateByDataFilter', {
    data: [{ dataFilter, majorDimension: 'ROWS', values: [['W-25']] }],
    includeValuesInResponse: true,
    valueInputOption: 'USER_ENTERED',
  });
  t.deepEqual(body, {
    spreadsheetId,
    totalUpdatedRows: 1,
    totalUpdatedColumns: 1,
    totalUpdatedCells: 1,
    totalUpdatedSheets: 1,
    responses: [
      {
        updatedRange: 'Sheet1!A3',
        updatedRows: 1,
        updatedColumns: 1,
        updatedCells: 1,
        dataFilter,
        updatedData: { range: 'Sheet1!A3:Z3', majorDimension: 'ROWS', values: [['W-25', '74']] },
      },
    ],
  });
});

test('the same values go to every range that a filter selects', async (t) => {
  const book = await filled(t);
  await book.batch(create('sales', onRow(0)));
  const data = [{ dataFilter: byKey('sales'), values: [['x']] }];
  await book.send('POST', '/values:batchUpdateByDataFilter', { data, valueInputOption: 'RAW' });
  t.deepEqual(await book.values('A1:B3'), [
    ['x', 'x'],
    ['W-23', '70'],
    ['W-24', '74'],
  ]);
});

test('more values than a selected range holds are refused, and nothing is written', async (t) => {
  const book = await filled(t);
  const data = [{ dataFilter: byKey('W-24'), values: [['a'], ['b']] }];
  const answer = await book.send('POST', '/values:batchUpdateByDataFilter', { data, valueInputOption: 'RAW' });
  t.is(
    messageOf(answer),
    'Invalid data[0]: Requested writing within range [Sheet1!A3:Z3], but tried writing to row [4]',
  );
  t.deepEqual(await book.values('A3:B4'), [['W-24', '74']]);
});

test('a row is cleared by its metadata', async (t) => {
  const book = await filled(t);
  const { body } = await book.send('POST', '/values:batchClearByDataFilter', { dataFilters: [byKey('W-24')] });
  t.deepEqual(body, { spreadsheetId: book.spreadsheetId, clearedRanges: ['Sheet1!A3:Z3'] });
  t.deepEqual(await book.values('A1:B3'), [
    ['Model', 'Sales'],
    ['W-23', '70'],
  ]);
});

test('a workbook is read by filters: the sheets that they select, and their cells with grid data', async (t) => {
  const { batch, send } = await filled(t);
  await batch({ addSheet: { properties: { title: 'Other' } } });
  const dataFilters = [byKey('W-24')];
  const plain = await send('POST', ':getByDataFilter', { dataFilters });
  t.like(plain.body, { properties: { title: 'Test' }, sheets: [{ properties: { title: 'Sheet1' } }] });
  t.is((plain.body as { sheets: unknown[] }).sheets.length, 1); // a Spreadsheet
  const withData = await send('POST', ':getByDataFilter', { dataFilters, includeGridData: true });
  t.like(withData.body, {
    sheets: [
      {
        data: [
          {
            startRow: 2,
            rowMetadata: [{ developerMetadata: [{ metadataKey: 'W-24' }, { metadataKey: 'also W-24' }] }],
          },
        ],
      },
    ],
  });
});
