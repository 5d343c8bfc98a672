import test from 'ava';
import { messageOf, workbookFor } from '../../workbook.ts';

const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });
const fields = 'userEnteredValue';

test('updateCells from a start leaves what is beside its rows', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('A1', [
    ['a', 'b', 'c'],
    ['d', 'e', 'f'],
  ]);
  await batch({ updateCells: { start: { columnIndex: 1 }, rows: [{ values: [text('B')] }, {}], fields } });
  t.deepEqual(await values('Sheet1'), [
    ['a', 'B', 'c'],
    ['d', 'e', 'f'],
  ]);
});

test('updateCells in a range empties what its rows do not cover', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('A1', [
    ['a', 'b', 'c'],
    ['d', 'e', 'f'],
  ]);
  await batch({
    updateCells: {
      range: { startColumnIndex: 0, endColumnIndex: 2, endRowIndex: 2 },
      rows: [{ values: [text('A')] }],
      fields,
    },
  });
  t.deepEqual(await values('Sheet1'), [
    ['A', '', 'c'],
    ['', '', 'f'],
  ]);
});

test('only the fields of the mask change', async (t) => {
  const { batch, send } = await workbookFor(t);
  const cell = {
    ...text('a'),
    userEnteredFormat: { textFormat: { bold: true }, numberFormat: { type: 'TEXT' } },
    note: 'n',
  };
  await batch({ updateCells: { start: {}, rows: [{ values: [cell] }], fields: '*' } });
  await batch({ updateCells: { start: {}, rows: [{ values: [text('b')] }], fields } });
  await batch({ updateCells: { start: {}, rows: [{ values: [{}] }], fields: 'userEnteredFormat.numberFormat' } });
  const { body } = await send(
    'GET',
    '?ranges=A1&fields=sheets.data.rowData.values(userEnteredValue,userEnteredFormat,note)',
  );
  t.deepEqual(body, {
    sheets: [
      {
        data: [
          { rowData: [{ values: [{ ...text('b'), userEnteredFormat: { textFormat: { bold: true } }, note: 'n' }] }] },
        ],
      },
    ],
  });
});

test('texts that look like numbers or formulas stay texts, formulas are calculated', async (t) => {
  const { batch, values } = await workbookFor(t);
  const cells = [
    text('007'),
    text('=1+1'),
    { userEnteredValue: { formulaValue: '=1+1' } },
    { userEnteredValue: { boolValue: false } },
  ];
  await batch({ updateCells: { start: {}, rows: [{ values: cells }], fields } });
  t.deepEqual(await values('Sheet1', 'valueRenderOption=UNFORMATTED_VALUE'), [['007', '=1+1', 2, false]]);
});

const outside: [what: string, request: object, message: string][] = [
  [
    'a start below the grid',
    { start: { rowIndex: 1000 } },
    'GridCoordinate.rowIndex[1000] is after last row in grid[999]',
  ],
  [
    'a start beside the grid',
    { start: { columnIndex: 26 } },
    'GridCoordinate.columnIndex[26] is after last column in grid[25]',
  ],
  [
    'cells beside the grid',
    { start: { columnIndex: 25 } },
    'Attempting to write column: 26, beyond the last requested column of: 25',
  ],
  [
    'rows below the grid',
    { start: { rowIndex: 999 } },
    'Attempting to write row: 1000, beyond the last requested row of: 999',
  ],
  [
    'rows below the range',
    { range: { startRowIndex: 1, endRowIndex: 2, endColumnIndex: 5 } },
    'Attempting to write row: 2, beyond the last requested row of: 1',
  ],
  [
    'a range below the grid',
    { range: { startRowIndex: 1000, endRowIndex: 1001, endColumnIndex: 3 } },
    'Range (Sheet1!A1001:C1001) exceeds grid limits. Max rows: 1000, max columns: 26',
  ],
];
for (const [what, place, message] of outside) {
  test(`updateCells refuses ${what}`, async (t) => {
    const { batch } = await workbookFor(t);
    const row = { values: [text('a'), text('b')] };
    const answer = await batch({ updateCells: { ...place, rows: [row, row], fields } });
    t.is(answer.status, 400);
    t.is(messageOf(answer), `Invalid requests[0].updateCells: ${message}`);
  });
}

test('appendCells writes below the last value of any column and makes the grid longer', async (t) => {
  const { batch, fill, send } = await workbookFor(t);
  await batch({
    updateSheetProperties: { properties: { gridProperties: { rowCount: 3 } }, fields: 'gridProperties.rowCount' },
  });
  await fill('A1', [['a'], ['', '', 'c']]);
  await batch({ appendCells: { rows: [{ values: [text('x')] }, { values: [text('y')] }], fields } });
  t.deepEqual((await send('GET', '/values/Sheet1')).body, {
    range: 'Sheet1!A1:Z4',
    majorDimension: 'ROWS',
    values: [['a'], ['', '', 'c'], ['x'], ['y']],
  });
});

test('repeatCell gives a whole column a format', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('A1', [[46_270], [46_271]]);
  const cell = { userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } } };
  await batch({
    repeatCell: { range: { startRowIndex: 1, endColumnIndex: 1 }, cell, fields: 'userEnteredFormat.numberFormat' },
  });
  t.deepEqual(await values('A1:A2'), [['46270'], ['2026-09-06']]);
});

test('pivot tables and chips are refused by name', async (t) => {
  const { batch } = await workbookFor(t);
  const update = (cell: object) => batch({ updateCells: { start: {}, rows: [{ values: [cell] }], fields: '*' } });
  t.is(
    messageOf(await update({ pivotTable: { rows: [] } })),
    'Invalid requests[0].updateCells: The emulator does not have pivotTable.',
  );
  t.is((await update({ chipRuns: [{ chip: {} }] })).status, 400);
});
