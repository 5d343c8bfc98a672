import test from 'ava';
import { workbookFor } from '../workbook.ts';

const typed = 'valueInputOption=USER_ENTERED';

test('a formula is given as its text, its result or its display', async (t) => {
  const { send, values } = await workbookFor(t);
  await send('PUT', `/values/A1?${typed}`, { values: [['$2', 3, '=sum(a1 , B1)', '=1/0', '=""', '']] });
  t.deepEqual(await values('C1:E1', 'valueRenderOption=FORMULA'), [['=SUM(A1 , B1)', '=1/0', '=""']]);
  t.deepEqual(await values('C1:E1', 'valueRenderOption=UNFORMATTED_VALUE'), [
    [5, '#DIV/0! (Function DIVIDE parameter 2 cannot be zero.)', ''],
  ]);
  t.deepEqual(await values('C1:E1'), [['$5', '#DIV/0!', '']]);
});

test('cell data tell the type and the message of an error', async (t) => {
  const { send } = await workbookFor(t);
  await send('PUT', `/values/A1?${typed}`, { values: [['=NOPE(1)']] });
  const { body } = await send(
    'GET',
    '?ranges=A1&fields=sheets.data.rowData.values(userEnteredValue,effectiveValue,formattedValue)',
  );
  t.deepEqual(body, {
    sheets: [
      {
        data: [
          {
            rowData: [
              {
                values: [
                  {
                    userEnteredValue: { formulaValue: '=NOPE(1)' },
                    effectiveValue: { errorValue: { type: 'NAME', message: "Unknown function: 'NOPE'." } },
                    formattedValue: '#NAME?',
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

test('RAW text with an equals sign is text, and so is what has an apostrophe before it', async (t) => {
  const { send, values } = await workbookFor(t);
  await send('PUT', '/values/A1?valueInputOption=RAW', { values: [['=1+1']] });
  await send('PUT', `/values/B1?${typed}`, { values: [["'=1+1"]] });
  t.deepEqual(await values('A1:B1'), [['=1+1', '=1+1']]);
});

test('the answer to a write has the results of its formulas, and of those that it changed', async (t) => {
  const { send } = await workbookFor(t);
  await send('PUT', `/values/C1?${typed}`, { values: [['=A1*2']] });
  const { body } = await send('PUT', `/values/A1?${typed}&includeValuesInResponse=true`, {
    values: [[4, '=A1+1', null]],
  });
  t.deepEqual((body as { updatedData?: unknown }).updatedData, {
    range: 'Sheet1!A1:B1',
    majorDimension: 'ROWS',
    values: [['4', '5']],
  });
});

const row = (formulaValue: string) => ({ values: [{ userEnteredValue: { formulaValue } }] });

test('a sort in the batch that entered formulas sees their values', async (t) => {
  const { batch, values } = await workbookFor(t);
  await batch(
    { updateCells: { rows: [row('=3'), row('=1'), row('=2')], fields: 'userEnteredValue', start: { sheetId: 0 } } },
    {
      sortRange: {
        range: { sheetId: 0, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 },
        sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }],
      },
    },
  );
  t.deepEqual(await values('A1:A3'), [['1'], ['2'], ['3']]);
});

test('where the comma is the decimal mark, formulas have semicolons between arguments, both ways', async (t) => {
  const { batch, send, values } = await workbookFor(t);
  await batch({ updateSpreadsheetProperties: { properties: { locale: 'id_ID' }, fields: 'locale' } });
  await send('PUT', `/values/A1?${typed}`, { values: [['1,5', '=SUM(A1;2,25)', '=SUM(A1, 2)', '=A1&""']] });
  t.deepEqual(await values('A1:D1', 'valueRenderOption=FORMULA'), [[1.5, '=SUM(A1;2,25)', '=SUM(A1, 2)', '=A1&""']]);
  t.deepEqual(await values('A1:D1'), [['1,5', '3,75', '#ERROR!', '1,5']]);
  await batch({ updateSpreadsheetProperties: { properties: { locale: 'en_US' }, fields: 'locale' } });
  t.deepEqual(await values('B1', 'valueRenderOption=FORMULA'), [['=SUM(A1,2.25)']]);
});

test('a semicolon between arguments is taken in every locale', async (t) => {
  const { send, values } = await workbookFor(t);
  await send('PUT', `/values/A1?${typed}`, { values: [['=SUM(1;2)']] });
  t.deepEqual(await values('A1', 'valueRenderOption=FORMULA'), [['=SUM(1,2)']]);
});
