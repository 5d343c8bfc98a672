import test from 'ava';
import { messageOf, workbookFor } from '../workbook.ts';
import type { Workbook } from '../workbook.ts';

const denied = { error: { code: 403, status: 'PERMISSION_DENIED', message: 'The caller does not have permission' } };

const share = ({ sendTo, spreadsheetId }: Workbook, permission: object) =>
  sendTo('POST', `/drive/v3/files/${spreadsheetId}/permissions`, permission);
const read = ({ send }: Workbook, user: string) => send('GET', '/values/A1', undefined, user);
const write = ({ send }: Workbook, user: string) =>
  send('PUT', '/values/A1?valueInputOption=RAW', { values: [['x']] }, user);

test('everybody may open everything until sharing is enforced', async (t) => {
  const workbook = await workbookFor(t);
  t.is((await write(workbook, 'robot@example.test')).status, 200);
  t.is((await workbook.sendTo('POST', '/control/drive', { enforceSharing: true })).status, 200);
  t.like((await workbook.sendTo('GET', '/control/drive')).body, { lagMs: 0, enforceSharing: true });
  t.deepEqual((await write(workbook, 'robot@example.test')).body, denied);
  t.is((await write(workbook, 'owner')).status, 200);
});

test('a sheet that was not shared with the caller is 403 in Sheets and 404 in Drive', async (t) => {
  const workbook = await workbookFor(t, { enforceSharing: true });
  t.deepEqual((await read(workbook, 'robot@example.test')).body, denied);
  const file = await workbook.sendTo(
    'GET',
    `/drive/v3/files/${workbook.spreadsheetId}`,
    undefined,
    'robot@example.test',
  );
  t.is(messageOf(file), `File not found: ${workbook.spreadsheetId}.`);
  t.like((await workbook.sendTo('GET', '/drive/v3/files', undefined, 'robot@example.test')).body, { files: [] });
  t.is((await workbook.sendTo('GET', '/v4/spreadsheets/nowhere')).status, 404);
});

test('a reader may read, a writer may write', async (t) => {
  const workbook = await workbookFor(t, { enforceSharing: true });
  await share(workbook, { type: 'user', role: 'reader', emailAddress: 'reader@example.test' });
  await share(workbook, { type: 'user', role: 'writer', emailAddress: 'writer@example.test' });
  t.is((await read(workbook, 'reader@example.test')).status, 200);
  t.deepEqual((await write(workbook, 'reader@example.test')).body, denied);
  t.is((await write(workbook, 'writer@example.test')).status, 200);
  const renamed = { name: 'Mine' };
  const path = `/drive/v3/files/${workbook.spreadsheetId}`;
  t.is((await workbook.sendTo('PATCH', path, renamed, 'reader@example.test')).status, 403);
  t.is((await workbook.sendTo('PATCH', path, renamed, 'writer@example.test')).status, 200);
});

test('a domain and everybody can be let in', async (t) => {
  const workbook = await workbookFor(t, { enforceSharing: true });
  await share(workbook, { type: 'domain', role: 'writer', domain: 'example.test' });
  t.is((await write(workbook, 'ann@example.test')).status, 200);
  t.is((await read(workbook, 'ann@notexample.test')).status, 403);
  await share(workbook, { type: 'anyone', role: 'reader' });
  t.is((await read(workbook, 'ann@notexample.test')).status, 200);
});

test('a sheet is copied only to a workbook that the caller may change', async (t) => {
  const workbook = await workbookFor(t, { enforceSharing: true });
  await share(workbook, { type: 'user', role: 'reader', emailAddress: 'reader@example.test' });
  const { body } = await workbook.sendTo('POST', '/v4/spreadsheets', {}, 'reader@example.test');
  const { spreadsheetId } = body as { spreadsheetId: string }; // the answer of create
  const copyTo = (destinationSpreadsheetId: string) =>
    workbook.send('POST', '/sheets/0:copyTo', { destinationSpreadsheetId }, 'reader@example.test');
  t.is((await copyTo(spreadsheetId)).status, 200);
  t.deepEqual((await copyTo(workbook.spreadsheetId)).body, denied);
});

test('an API key opens for reading what is shared with everybody', async (t) => {
  const workbook = await workbookFor(t, { enforceSharing: true });
  const address = `${workbook.emulator.url}/v4/spreadsheets/${workbook.spreadsheetId}/values/A1`;
  t.is((await fetch(`${address}?key=k`)).status, 403);
  await share(workbook, { type: 'anyone', role: 'writer' });
  t.is((await fetch(`${address}?key=k`)).status, 200);
  t.is((await fetch(address, { headers: { 'x-goog-api-key': 'k' } })).status, 200);
  const written = await fetch(`${address}?key=k&valueInputOption=RAW`, { method: 'PUT', body: '{"values":[["x"]]}' });
  t.is(written.status, 401);
  t.like(await written.json(), {
    error: { status: 'UNAUTHENTICATED', details: [{ reason: 'CREDENTIALS_MISSING', domain: 'googleapis.com' }] },
  });
});
