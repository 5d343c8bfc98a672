import test from 'ava';
import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import { workbookFor } from '../../workbook.ts';

const mimeType = 'application/vnd.google-apps.spreadsheet';

test('a created file is a workbook with one sheet, and is gone when deleted', async (t) => {
  const { sendTo } = await workbookFor(t);
  const { body } = await sendTo('POST', '/drive/v3/files?supportsAllDrives=True', { name: 'New', mimeType });
  const { id } = body as { id: string }; // checked below
  t.deepEqual(body, { kind: 'drive#file', id, name: 'New', mimeType });
  t.regex(id, /^1[\w-]{43}$/);
  t.like((await sendTo('GET', `/v4/spreadsheets/${id}`)).body, {
    properties: { title: 'New' },
    sheets: [{ properties: { title: 'Sheet1' } }],
  });
  const gone = await sendTo('DELETE', `/drive/v3/files/${id}`);
  t.deepEqual([gone.status, gone.body], [204, undefined]);
  t.is((await sendTo('GET', `/v4/spreadsheets/${id}`)).status, 404);
  t.like((await sendTo('GET', `/drive/v3/files/${id}`)).body, {
    error: { code: 404, errors: [{ reason: 'notFound' }] },
  });
});

test('a file of another type is refused', async (t) => {
  const { sendTo } = await workbookFor(t);
  t.is((await sendTo('POST', '/drive/v3/files', { name: 'x', mimeType: 'text/plain' })).status, 400);
});

test('the modified time moves with an edit of a cell', async (t) => {
  const clock = fakeClock(0);
  const { sendTo, fill, spreadsheetId } = await workbookFor(t, { clock });
  await clock.advance(1000);
  await fill('A1', [['x']]);
  t.deepEqual((await sendTo('GET', `/drive/v3/files/${spreadsheetId}?fields=createdTime,modifiedTime`)).body, {
    createdTime: '1970-01-01T00:00:00.000Z',
    modifiedTime: '1970-01-01T00:00:01.000Z',
  });
});

test('files are listed by name and type, newest first, in pages', async (t) => {
  const { sendTo } = await workbookFor(t);
  for (const name of ["Ann's and Bob's", 'Pay']) await sendTo('POST', '/drive/v3/files', { name, mimeType });
  const list = async (q: string, more = '') =>
    (await sendTo('GET', `/drive/v3/files?fields=nextPageToken,files/name&q=${encodeURIComponent(q)}${more}`)).body;
  t.deepEqual(await list(''), { files: [{ name: 'Pay' }, { name: "Ann's and Bob's" }, { name: 'Test' }] });
  t.deepEqual(await list(`mimeType='${mimeType}' and name = 'Ann\\'s and Bob\\'s' and trashed = false`), {
    files: [{ name: "Ann's and Bob's" }],
  });
  t.deepEqual(await list("name contains 'PA'"), { files: [{ name: 'Pay' }] });
  t.deepEqual(await list("name != 'Pay'", '&pageSize=1'), { nextPageToken: '1', files: [{ name: "Ann's and Bob's" }] });
  t.deepEqual(await list("name != 'Pay'", '&pageSize=1&pageToken=1'), { files: [{ name: 'Test' }] });
});

test('a search that the emulator does not know is refused, not taken for everything', async (t) => {
  const { sendTo } = await workbookFor(t);
  t.is((await sendTo('GET', `/drive/v3/files?q=${encodeURIComponent("fullText contains 'x'")}`)).status, 400);
});
