import { generateKeyPairSync } from 'node:crypto';
import test from 'ava';
import type { ExecutionContext } from 'ava';
import { auth, sheets } from '@googleapis/sheets';
import type { sheets_v4 } from '@googleapis/sheets';
import { emulatorFor } from './workbook.ts';

/** The calls that sync makes, through Google's own client set up as sync sets it up. */
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const email = 'sync@opsheet.example.test';

async function clientFor(t: ExecutionContext) {
  const emulator = await emulatorFor(t);
  const jwt = new auth.JWT({ email, key, scopes: ['https://www.googleapis.com/auth/spreadsheets'] });
  // Without this the client asks Google for a token, whatever address it is given.
  jwt.useJWTAccessWithScope = true;
  const api = sheets({ version: 'v4', rootUrl: `${emulator.url}/`, auth: jwt, retry: false }).spreadsheets;
  const { data } = await api.create({
    requestBody: {
      properties: { title: 'Payroll' },
      sheets: [
        { properties: { title: 'EmployeeSettings', gridProperties: { rowCount: 5, columnCount: 4 } } },
        { properties: { title: 'Ranks/2026' } },
      ],
    },
  });
  const spreadsheetId = data.spreadsheetId ?? '';
  const sheetIds = (data.sheets ?? []).map((sheet) => sheet.properties?.sheetId ?? 0);
  return { emulator, api, spreadsheetId, sheetIds };
}

const text = (stringValue: string): sheets_v4.Schema$CellData => ({ userEnteredValue: { stringValue } });
const number = (numberValue: number): sheets_v4.Schema$CellData => ({ userEnteredValue: { numberValue } });
const rows = (...names: string[]) => names.map((name, index) => ({ values: [text(name), number(index)] }));

test('the user is who signed the service account’s token', async (t) => {
  const { emulator } = await clientFor(t);
  t.deepEqual(emulator.log.stats().byUser, { [email]: { reads: 0, writes: 1 } });
});

test('spreadsheets.get gives the sheets and their sizes for a mask', async (t) => {
  const { api, spreadsheetId, sheetIds } = await clientFor(t);
  const { data } = await api.get({
    spreadsheetId,
    fields: 'sheets.properties(sheetId,title,gridProperties(rowCount,columnCount))',
  });
  t.deepEqual(data, {
    sheets: [
      {
        properties: {
          sheetId: sheetIds[0] ?? -1,
          title: 'EmployeeSettings',
          gridProperties: { rowCount: 5, columnCount: 4 },
        },
      },
      {
        properties: {
          sheetId: sheetIds[1] ?? -1,
          title: 'Ranks/2026',
          gridProperties: { rowCount: 1000, columnCount: 26 },
        },
      },
    ],
  });
});

test('one batchGet reads several tabs, a slash in a title included, as values and as formulas', async (t) => {
  const { api, spreadsheetId } = await clientFor(t);
  await api.values.batchUpdate({
    spreadsheetId,
    requestBody: {
      valueInputOption: 'USER_ENTERED',
      data: [
        {
          range: "'EmployeeSettings'!A1:C2",
          values: [
            ['Id', 'Wage', 'Since'],
            ['E1', '=3*5', '2026-09-05'],
          ],
        },
        { range: "'Ranks/2026'!A1", values: [['Rank'], ['Gold']] },
      ],
    },
  });
  const ranges = ["'EmployeeSettings'!A1:Z", "'Ranks/2026'!A2:B"];
  const values = await api.values.batchGet({
    spreadsheetId,
    ranges,
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
  });
  t.deepEqual(values.data.valueRanges, [
    {
      range: 'EmployeeSettings!A1:D5',
      majorDimension: 'ROWS',
      values: [
        ['Id', 'Wage', 'Since'],
        ['E1', 15, 46_270],
      ],
    },
    { range: "'Ranks/2026'!A2:B1000", majorDimension: 'ROWS', values: [['Gold']] },
  ]);
  const formulas = await api.values.batchGet({
    spreadsheetId,
    ranges: ranges.slice(0, 1),
    valueRenderOption: 'FORMULA',
  });
  t.deepEqual(formulas.data.valueRanges?.[0]?.values?.[1], ['E1', '=3*5', 46_270]);
});

test('one range of an unknown sheet refuses the whole batchGet', async (t) => {
  const { api, spreadsheetId } = await clientFor(t);
  const error = await t.throwsAsync(
    api.values.batchGet({ spreadsheetId, ranges: ["'EmployeeSettings'!A1:Z", "'Gone'!A1:Z"] }),
  );
  t.like(error, { status: 400, message: "Unable to parse range: 'Gone'!A1:Z" });
});

test('one batch updates, appends, inserts and deletes, in the order of its requests', async (t) => {
  const { api, spreadsheetId, sheetIds } = await clientFor(t);
  const sheetId = sheetIds[0] ?? -1;
  const { data } = await api.batchUpdate({
    spreadsheetId,
    requestBody: {
      requests: [
        {
          updateCells: {
            start: { sheetId, rowIndex: 0, columnIndex: 0 },
            rows: rows('Id', 'E1', 'E2', 'E3'),
            fields: 'userEnteredValue',
          },
        },
        { deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 2, endIndex: 3 } } },
        { insertDimension: { range: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } },
        {
          updateCells: {
            range: { sheetId, startRowIndex: 1, endRowIndex: 2, endColumnIndex: 2 },
            rows: rows('E0'),
            fields: 'userEnteredValue',
          },
        },
        { appendDimension: { sheetId, dimension: 'ROWS', length: 1 } },
        { appendCells: { sheetId, rows: rows('E4', 'E5', 'E6'), fields: 'userEnteredValue' } },
      ],
    },
  });
  t.deepEqual(data, { spreadsheetId, replies: [{}, {}, {}, {}, {}, {}] });
  const after = await api.values.get({
    spreadsheetId,
    range: 'EmployeeSettings',
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  t.is(after.data.range, 'EmployeeSettings!A1:D7');
  t.deepEqual(after.data.values, [
    ['Id', 0],
    ['E0', 0],
    ['E1', 1],
    ['E3', 3],
    ['E4', 0],
    ['E5', 1],
    ['E6', 2],
  ]);
});

test('a batch with one bad request changes nothing (S5)', async (t) => {
  const { api, spreadsheetId, sheetIds } = await clientFor(t);
  const write = {
    updateCells: { start: { sheetId: sheetIds[0] ?? -1 }, rows: [{ values: [text('x')] }], fields: 'userEnteredValue' },
  };
  const bad = { deleteDimension: { range: { sheetId: 77, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } };
  const error = await t.throwsAsync(api.batchUpdate({ spreadsheetId, requestBody: { requests: [write, bad] } }));
  t.like(error, { status: 400, message: 'Invalid requests[1].deleteDimension: No grid with id: 77' });
  const { data } = await api.values.get({ spreadsheetId, range: 'EmployeeSettings' });
  t.false('values' in data);
});

test('a failure before the effect is a 503 that the client reports, and a repeat works', async (t) => {
  const { api, emulator, spreadsheetId } = await clientFor(t);
  emulator.faults.queue({ match: { method: 'read' }, times: 1, fault: { status: 503, when: 'before' } });
  const error = await t.throwsAsync(api.get({ spreadsheetId }));
  t.like(error, { status: 503, message: 'The service is currently unavailable.' });
  t.is((await api.get({ spreadsheetId })).status, 200);
});
