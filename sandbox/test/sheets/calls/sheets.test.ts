import test from 'ava';
import { messageOf, workbookFor } from '../workbook.ts';

test('a sheet is copied to the end of another workbook, with its cells and merges but not its protection', async (t) => {
  const { batch, fill, send, sendTo, emulator } = await workbookFor(t);
  const target = emulator.store.create('owner', 'Target', ({ book }) => book.spreadsheetId);
  await fill('A1', [['a', 1]]);
  const range = { startRowIndex: 2, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 1 };
  await batch({ mergeCells: { range } }, { addProtectedRange: { protectedRange: { range } } });
  const copy = () => send('POST', '/sheets/0:copyTo', { destinationSpreadsheetId: target });
  const { body } = await copy();
  t.like(body, {
    title: 'Copy of Sheet1',
    index: 1,
    sheetType: 'GRID',
    gridProperties: { rowCount: 1000, columnCount: 26 },
  });
  const { sheetId } = body as { sheetId: number }; // checked by what comes next
  const { body: book } = await sendTo(
    'GET',
    `/v4/spreadsheets/${target}?fields=sheets(properties.sheetId,merges,protectedRanges)`,
  );
  t.deepEqual(book, {
    sheets: [{ properties: { sheetId: 0 } }, { properties: { sheetId }, merges: [{ sheetId, ...range }] }],
  });
  const { body: values } = await sendTo('GET', `/v4/spreadsheets/${target}/values/Copy%20of%20Sheet1`);
  t.like(values, { values: [['a', '1']] });
  t.like((await copy()).body, { title: 'Copy of Sheet1 2', index: 2 });
});

test('a copy needs a sheet and a workbook that are there', async (t) => {
  const { send, spreadsheetId } = await workbookFor(t);
  const copy = (sheetId: string, destinationSpreadsheetId: string) =>
    send('POST', `/sheets/${sheetId}:copyTo`, { destinationSpreadsheetId });
  t.is((await copy('0', 'nowhere')).status, 404);
  t.is(messageOf(await copy('5', spreadsheetId)), 'No grid with id: 5');
  t.is(messageOf(await copy('x', spreadsheetId)), `Invalid value at 'sheet_id' (TYPE_INT32), "x"`);
});
