import test from 'ava';
import type { SheetsEmulator } from '../../../../sheets/emulator.ts';
import { driveFor, spreadsheetType } from './client.ts';

/** For uploads the client goes to Google, whatever address it was made with, unless the call says otherwise. */
const uploadsTo = ({ url }: SheetsEmulator) => ({ rootUrl: `${url}/` });

const csv = 'Name,Pay\r\n"Ann ""A"", B",1500\r\n,"two\nlines"\r\n';

test('the first sheet is exported as people see it, and comes back from it', async (t) => {
  const { emulator, api } = await driveFor(t);
  const { data: file } = await api.files.create(
    { requestBody: { name: 'Pay', mimeType: spreadsheetType }, media: { mimeType: 'text/csv', body: csv } },
    uploadsTo(emulator),
  );
  const fileId = file.id ?? '';
  t.is(file.name, 'Pay');
  t.is(emulator.store.get(fileId).sheets[0]?.grid.rows[1]?.[1]?.value, 1500);
  const exported = await api.files.export({ fileId, mimeType: 'text/csv' });
  t.is(exported.data, 'Name,Pay\r\n"Ann ""A"", B",1500\r\n,"two\nlines"');
  const plain = await fetch(`${emulator.url}/drive/v3/files/${fileId}/export?mimeType=text/csv`, {
    headers: { authorization: 'Bearer owner@example.test' },
  });
  t.is(plain.headers.get('content-type'), 'text/csv');
  const tabs = await api.files.export({ fileId, mimeType: 'text/tab-separated-values' });
  t.is(tabs.data, 'Name\tPay\r\nAnn "A", B\t1500\r\n\ttwo lines');
});

test('a format that the emulator does not have is refused', async (t) => {
  const { api, make } = await driveFor(t);
  const error = await t.throwsAsync(api.files.export({ fileId: await make('Pay'), mimeType: 'application/pdf' }));
  t.like(error, { status: 400, message: 'The requested conversion is not supported.' });
});

test('an upload over a workbook leaves one sheet with nothing but the rows', async (t) => {
  const { emulator, api, make } = await driveFor(t);
  const fileId = await make('Pay');
  emulator.store.edit(fileId, 'owner@example.test', ({ book }) => {
    const [first] = book.sheets;
    if (first) book.sheets = [first, { ...first, sheetId: 7, title: 'Second' }];
  });
  await api.files.update({ fileId, media: { mimeType: 'text/csv', body: 'a,2\n' } }, uploadsTo(emulator));
  const { sheets } = emulator.store.get(fileId);
  t.deepEqual(
    sheets.map(({ title, grid }) => [title, grid.rows]),
    [['Sheet1', [[{ value: 'a' }, { value: 2 }]]]],
  );
});

test('an upload as gspread sends it is answered as a file of version 2', async (t) => {
  const { emulator, make } = await driveFor(t);
  const fileId = await make('Pay');
  const path = `/upload/drive/v2/files/${fileId}?uploadType=media&convert=True&supportsAllDrives=True`;
  const response = await fetch(emulator.url + path, {
    method: 'PUT',
    headers: { authorization: 'Bearer owner@example.test', 'content-type': 'text/csv' },
    body: 'a,b',
  });
  t.like(await response.json(), { kind: 'drive#file', id: fileId, title: 'Pay', mimeType: spreadsheetType });
});

test('rows longer or more than a new sheet’s are not lost', async (t) => {
  const { emulator, api, make } = await driveFor(t);
  const fileId = await make('Pay');
  const body = `${'x,'.repeat(30)}x\n${'y\n'.repeat(1200)}`;
  await api.files.update({ fileId, media: { mimeType: 'text/csv', body } }, uploadsTo(emulator));
  const grid = emulator.store.get(fileId).sheets[0]?.grid;
  t.deepEqual([grid?.rowCount, grid?.columnCount, grid?.rows.length], [1201, 31, 1201]);
});
