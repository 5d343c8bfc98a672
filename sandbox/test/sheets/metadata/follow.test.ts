import test from 'ava';
import { workbookFor } from '../workbook.ts';
import { byKey, create, keysFound, onColumn, onRow, placeOf } from './metadata.ts';

const rows = (startIndex: number, endIndex: number) => ({ sheetId: 0, dimension: 'ROWS', startIndex, endIndex });

test('metadata goes with its row when rows are put in or taken out above it, and is gone with its row', async (t) => {
  const book = await workbookFor(t);
  await book.batch(create('row', onRow(3)), create('column', onColumn(3)));
  await book.batch({ insertDimension: { range: rows(0, 2) } });
  t.is(await placeOf(book, 'row'), 5);
  await book.batch({ deleteDimension: { range: rows(1, 2) } });
  t.is(await placeOf(book, 'row'), 4);
  await book.batch({ deleteDimension: { range: rows(4, 5) } });
  t.is(await placeOf(book, 'row'), undefined);
  t.is(await placeOf(book, 'column'), 3);
});

test('metadata goes with a row that is sorted, and stays with other columns’ cells outside of the range', async (t) => {
  const book = await workbookFor(t);
  await book.fill('A1', [['head'], ['c'], ['b'], ['a']]);
  await book.batch(create('c', onRow(1)), create('head', onRow(0)), create('below', onRow(9)));
  await book.batch({
    sortRange: {
      range: { sheetId: 0, startRowIndex: 1, endRowIndex: 4, endColumnIndex: 1 },
      sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }],
    },
  });
  t.deepEqual([await placeOf(book, 'c'), await placeOf(book, 'head'), await placeOf(book, 'below')], [3, 0, 9]);
});

test('a workbook can be told that metadata stays where it is when rows are sorted', async (t) => {
  const book = await workbookFor(t);
  const path = `/control/spreadsheets/${book.spreadsheetId}`;
  t.is((await book.sendTo('POST', path, { sortLeavesMetadata: true })).status, 200);
  await book.fill('A1', [['b'], ['a']]);
  await book.batch(create('b', onRow(0)));
  await book.batch({ sortRange: { range: { sheetId: 0, endRowIndex: 2 }, sortSpecs: [{ dimensionIndex: 0 }] } });
  t.deepEqual(await book.values('A1:A2'), [['a'], ['b']]);
  t.is(await placeOf(book, 'b'), 0);
});

test('values that are written, cut or cleared leave metadata where it is', async (t) => {
  const book = await workbookFor(t);
  await book.fill('A1', [['x'], ['y']]);
  await book.batch(create('row', onRow(1)));
  await book.fill('A2', [['z']]);
  await book.send('POST', '/values/A1:B9:clear');
  await book.batch({
    cutPaste: { source: { sheetId: 0, startRowIndex: 1, endRowIndex: 2 }, destination: { sheetId: 0, rowIndex: 5 } },
  });
  t.is(await placeOf(book, 'row'), 1);
});

test('with a sheet goes all that is on it', async (t) => {
  const book = await workbookFor(t);
  await book.batch({ addSheet: { properties: { sheetId: 5, title: 'Gone' } } });
  const line = { dimensionRange: { sheetId: 5, dimension: 'ROWS', startIndex: 0, endIndex: 1 } };
  await book.batch(create('sheet', { sheetId: 5 }), create('line', line), create('stays', { sheetId: 0 }));
  await book.batch({ deleteSheet: { sheetId: 5 } });
  t.deepEqual(await keysFound(book, { developerMetadataLookup: {} }), ['stays']);
  t.deepEqual(await keysFound(book, byKey('sheet')), []);
});

test('a batch that is refused takes its metadata back', async (t) => {
  const book = await workbookFor(t);
  const { status } = await book.batch(create('a', onRow(1)), { deleteSheet: { sheetId: 99 } });
  t.is(status, 400);
  t.deepEqual(await keysFound(book, byKey('a')), []);
});
