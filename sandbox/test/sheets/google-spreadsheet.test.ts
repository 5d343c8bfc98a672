import test from 'ava';
import type { ExecutionContext } from 'ava';
import { GoogleSpreadsheet } from 'google-spreadsheet';
import { workbookFor } from './workbook.ts';

/**
 * The most used client besides Google's own. It sends a slash before the verb of an address, asks for the changed
 * workbook with every change, and loads cells by data filters.
 */
async function documentFor(t: ExecutionContext, auth: { token: string } | { apiKey: string } = { token: 'owner' }) {
  const { emulator, spreadsheetId, values, fill } = await workbookFor(t);
  const book = new GoogleSpreadsheet(spreadsheetId, auth, { retryConfig: 0 });
  // It knows Google's addresses only; its own calls go through these two clients.
  Object.assign(book, {
    sheetsApi: book.sheetsApi.extend({ prefix: `${emulator.url}/v4/spreadsheets/${spreadsheetId}` }),
    driveApi: book.driveApi.extend({ prefix: `${emulator.url}/drive/v3/files/${spreadsheetId}` }),
  });
  await book.loadInfo();
  return { book, values, fill };
}

test('a document has its title, and its sheets by title and by index', async (t) => {
  const { book } = await documentFor(t);
  t.is(book.title, 'Test');
  t.is(book.sheetsByTitle['Sheet1'], book.sheetsByIndex[0]);
  await book.updateProperties({ title: 'Wages' });
  t.is(book.title, 'Wages');
});

test('rows are added below the header, read by its names, changed and deleted', async (t) => {
  const { book, values } = await documentFor(t);
  const sheet = await book.addSheet({ title: 'Staff & pay', headerValues: ['Name', 'Wage'] });
  await sheet.addRows([
    { Name: 'Ann', Wage: 15 },
    { Name: 'Ben', Wage: 17.5 },
    { Name: 'Cleo', Wage: 20 },
  ]);
  const [ann, ben] = await sheet.getRows<{ Name: string; Wage: string }>();
  t.is(ben?.get('Wage'), '17.5');
  ben?.set('Wage', '18');
  await ben?.save();
  await ann?.delete();
  t.deepEqual(await values("'Staff & pay'!A1:B5", 'valueRenderOption=UNFORMATTED_VALUE'), [
    ['Name', 'Wage'],
    ['Ben', 18],
    ['Cleo', 20],
  ]);
});

test('cells are loaded by range, changed one by one and saved together, with formulas, notes and formats', async (t) => {
  const { book, values } = await documentFor(t);
  const sheet = book.sheetsByTitle['Sheet1'];
  if (!sheet) return t.fail('the first sheet is missing');
  await sheet.loadCells('A1:C2');
  const [wage, hours, pay] = ['A1', 'B1', 'C1'].map((address) => sheet.getCellByA1(address));
  if (!wage || !hours || !pay) return t.fail('a cell is missing');
  wage.value = 15;
  hours.value = 8;
  pay.formula = '=A1*B1';
  pay.note = 'before tax';
  wage.textFormat = { bold: true };
  await sheet.saveUpdatedCells();
  t.is(pay.value, 120);
  t.is(pay.note, 'before tax');
  t.true(wage.effectiveFormat?.textFormat?.bold);
  hours.value = 9;
  await sheet.saveCells([wage, hours, pay]);
  t.deepEqual(await values('A1:C1', 'valueRenderOption=UNFORMATTED_VALUE'), [[15, 9, 135]]);
});

test('an error names Google’s code and text', async (t) => {
  const { book } = await documentFor(t);
  await book.addSheet({ title: 'Pay' });
  const error = await t.throwsAsync(book.addSheet({ title: 'Pay' }));
  t.regex(error.message, /^Google API error - \[400\] .*"Pay" already exists/);
});

test('with an API key a document can be read and not written', async (t) => {
  const { book, fill } = await documentFor(t, { apiKey: 'k' });
  await fill('A1', [['Name'], ['Ann']]);
  const [sheet] = book.sheetsByIndex;
  const [ann] = (await sheet?.getRows<{ Name: string }>()) ?? [];
  t.is(ann?.get('Name'), 'Ann');
  ann?.set('Name', 'Ben');
  await t.throwsAsync(async () => ann?.save(), { message: /401.*API keys are not supported by this API/ });
});

test('whom a document is shared with can be listed', async (t) => {
  const { book } = await documentFor(t);
  await book.share('ann@example.test', { role: 'writer', emailMessage: false });
  t.like(await book.listPermissions(), [{ role: 'owner' }, { role: 'writer', emailAddress: 'ann@example.test' }]);
});
