import test from 'ava';
import { workbookFor } from '../workbook.ts';

/** Google's guide: a sheet with tables in A1:C2 and B4:D6, and where values are appended for each input range. */
const guide: Record<string, [table: string | undefined, start: string]> = {
  Sheet1: ['Sheet1!B4:D6', 'Sheet1!B7'],
  B4: ['Sheet1!B4:D6', 'Sheet1!B7'],
  'C5:D5': ['Sheet1!B4:D6', 'Sheet1!B7'],
  'B2:D4': ['Sheet1!B4:D6', 'Sheet1!B7'],
  'A3:G10': ['Sheet1!B4:D6', 'Sheet1!B7'],
  A1: ['Sheet1!A1:C2', 'Sheet1!A3'],
  E4: [undefined, 'Sheet1!E4'],
  A4: [undefined, 'Sheet1!A4'],
};
const tables = [
  ['x', 'y', 'z'],
  ['x', 'y', 'z'],
  [],
  [null, 'x', 'y', 'z'],
  [null, 'x', 'y', 'z'],
  [null, 'x', 'y', 'z'],
];

for (const [range, [tableRange, updatedRange]] of Object.entries(guide)) {
  test(`values appended to ${range} begin at ${updatedRange}`, async (t) => {
    const { fill, send, spreadsheetId } = await workbookFor(t);
    await fill('A1', tables);
    const { body } = await send('POST', `/values/${range}:append?valueInputOption=RAW`, { values: [['new']] });
    t.deepEqual(body, {
      spreadsheetId,
      ...(tableRange && { tableRange }),
      updates: { spreadsheetId, updatedRange, updatedRows: 1, updatedColumns: 1, updatedCells: 1 },
    });
  });
}

test('an append at the end of the grid makes it longer', async (t) => {
  const { batch, fill, send, values } = await workbookFor(t);
  await batch({
    updateSheetProperties: {
      properties: { gridProperties: { rowCount: 2, columnCount: 2 } },
      fields: 'gridProperties(rowCount,columnCount)',
    },
  });
  await fill('A1', [
    ['a', 'b'],
    ['c', 'd'],
  ]);
  t.is((await send('POST', '/values/A1:append?valueInputOption=RAW', { values: [['e', 'f'], ['g']] })).status, 200);
  t.deepEqual(await values('Sheet1'), [['a', 'b'], ['c', 'd'], ['e', 'f'], ['g']]);
});

test('an append overwrites what lies below, or moves it down with INSERT_ROWS', async (t) => {
  const { fill, send, values } = await workbookFor(t);
  const start = [['a', 'b'], [], ['', '', 'below']];
  await fill('A1', start);
  await send('POST', '/values/A1:append?valueInputOption=RAW&insertDataOption=INSERT_ROWS', { values: [['1'], ['2']] });
  t.deepEqual(await values('Sheet1'), [['a', 'b'], ['1'], ['2'], [], ['', '', 'below']]);
  await send('POST', '/values/A1:append?valueInputOption=RAW', { values: [['3'], ['4', '', 'over']] });
  t.deepEqual(await values('Sheet1'), [['a', 'b'], ['1'], ['2'], ['3'], ['4', '', 'over']]);
});
