import test from 'ava';
import { emulatorFor, messageOf, workbookFor } from './workbook.ts';

test('a request without a token is answered 401', async (t) => {
  const { url } = await emulatorFor(t);
  const response = await fetch(`${url}/v4/spreadsheets/x`);
  t.is(response.status, 401);
  t.like(await response.json(), { error: { code: 401, status: 'UNAUTHENTICATED' } });
});

test('an unknown workbook is answered 404', async (t) => {
  const { sendTo } = await workbookFor(t);
  const { status, body } = await sendTo('GET', '/v4/spreadsheets/test');
  t.is(status, 404);
  t.deepEqual(body, { error: { code: 404, status: 'NOT_FOUND', message: 'Requested entity was not found.' } });
});

test('an unknown address, and a known one with another method, are answered 404', async (t) => {
  const { sendTo, send } = await workbookFor(t);
  t.is((await sendTo('GET', '/v4/nothing')).status, 404);
  t.is((await send('DELETE', '')).status, 404);
  t.is((await send('POST', '/values:batchSwap', {})).status, 404);
});

test('a slash and a colon in a title are read from the path as it was sent', async (t) => {
  const { batch, send } = await workbookFor(t);
  await batch({ addSheet: { properties: { title: 'x/y:append' } } });
  const range = encodeURIComponent("'x/y:append'");
  t.is((await send('PUT', `/values/${range}!A1?valueInputOption=RAW`, { values: [['v']] })).status, 200);
  t.like((await send('GET', `/values/${range}!A1:B`)).body, { values: [['v']] });
  t.like((await send('POST', `/values/${range}:clear`)).body, { clearedRange: "'x/y:append'!A1:Z1000" });
});

test('a path that is no percent-encoding is answered 400', async (t) => {
  const { send } = await workbookFor(t);
  t.is((await send('GET', '/values/%ZZ')).status, 400);
});

test('a body that is no JSON is answered 400', async (t) => {
  const { send } = await workbookFor(t);
  const answer = await send('POST', ':batchUpdate', '{"requests": [');
  t.is(answer.status, 400);
  t.regex(messageOf(answer) ?? '', /^Invalid JSON payload received\. Unexpected token\./);
});

test('an unknown query parameter is refused', async (t) => {
  const { send } = await workbookFor(t);
  t.is(
    messageOf(await send('GET', '?bogus=1')),
    `Invalid JSON payload received. Unknown name "bogus": Cannot bind query parameter. Field 'bogus' could not be found in request message.`,
  );
});

test('an option of a wrong value is refused', async (t) => {
  const { send } = await workbookFor(t);
  t.is(
    messageOf(await send('GET', '/values/A1?valueRenderOption=NICE')),
    `Invalid value at 'value_render_option' (type.googleapis.com/google.apps.sheets.v4.ValueRenderOption), "NICE"`,
  );
});

test('a field mask takes dots, slashes, brackets and a star', async (t) => {
  const { send } = await workbookFor(t);
  const sheets = [{ properties: { title: 'Sheet1', gridProperties: { rowCount: 1000 } } }];
  for (const fields of [
    'sheets.properties(title,gridProperties/rowCount)',
    'sheets/properties/title,sheets.properties.gridProperties.rowCount',
  ]) {
    t.deepEqual((await send('GET', `?fields=${encodeURIComponent(fields)}`)).body, { sheets });
  }
  t.like((await send('GET', '?fields=*')).body, { sheets: [{ properties: { title: 'Sheet1' } }] });
});

test('a field mask with an unknown field is refused', async (t) => {
  const { send } = await workbookFor(t);
  const { status, body } = await send('GET', '?fields=sheets.sheetProperties');
  t.is(status, 400);
  t.like(body, {
    error: {
      message: 'Request contains an invalid argument.',
      details: [
        {
          fieldViolations: [
            {
              description:
                "Error expanding 'fields' parameter. Cannot find matching fields for path 'sheets.sheetProperties'.",
            },
          ],
        },
      ],
    },
  });
});

test('a page of any origin may call', async (t) => {
  const { url } = await emulatorFor(t);
  const preflight = await fetch(`${url}/v4/spreadsheets/x`, { method: 'OPTIONS' });
  t.is(preflight.status, 204);
  t.is(preflight.headers.get('access-control-allow-origin'), '*');
  t.regex(preflight.headers.get('access-control-allow-headers') ?? '', /authorization/);
  t.is((await fetch(`${url}/v4/spreadsheets/x`)).headers.get('access-control-allow-origin'), '*');
});

test('cells are given with their formats, formulas and notes', async (t) => {
  const { batch, send } = await workbookFor(t);
  const userEnteredFormat = { numberFormat: { type: 'PERCENT', pattern: '0%' } };
  const cells = [
    { userEnteredValue: { numberValue: 0.5 }, userEnteredFormat },
    { userEnteredValue: { formulaValue: '=1/0' }, note: 'n' },
  ];
  await batch({ updateCells: { start: { rowIndex: 1, columnIndex: 1 }, rows: [{ values: cells }], fields: '*' } });
  const cell = 'userEnteredValue,effectiveValue,formattedValue,userEnteredFormat,note';
  const { body } = await send('GET', `?ranges=B2:C2&fields=sheets.data(startRow,startColumn,rowData.values(${cell}))`);
  t.deepEqual(body, {
    sheets: [
      {
        data: [
          {
            startRow: 1,
            startColumn: 1,
            rowData: [
              {
                values: [
                  {
                    userEnteredValue: { numberValue: 0.5 },
                    effectiveValue: { numberValue: 0.5 },
                    formattedValue: '50%',
                    userEnteredFormat,
                  },
                  {
                    userEnteredValue: { formulaValue: '=1/0' },
                    effectiveValue: {
                      errorValue: { type: 'DIVIDE_BY_ZERO', message: 'Function DIVIDE parameter 2 cannot be zero.' },
                    },
                    formattedValue: '#DIV/0!',
                    note: 'n',
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
});

test('a refresh token and an assertion are exchanged for a token of their user', async (t) => {
  const { url } = await emulatorFor(t);
  const exchange = (form: Record<string, string>) =>
    fetch(`${url}/token`, { method: 'POST', body: new URLSearchParams(form) });
  t.like(await (await exchange({ grant_type: 'refresh_token', refresh_token: 'ann' })).json(), {
    access_token: 'ann',
    token_type: 'Bearer',
  });
  const claims = Buffer.from(JSON.stringify({ iss: 'robot@example.test' })).toString('base64url');
  t.like(await (await exchange({ assertion: `x.${claims}.y` })).json(), { access_token: 'robot@example.test' });
  t.is((await exchange({})).status, 400);
});
