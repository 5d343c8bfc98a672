import test from 'ava';
import { workbookFor } from '../../workbook.ts';

const range = { startRowIndex: 0, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 4 };
const condition = { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Done' }] };
const table = {
  name: 'Tasks',
  tableId: '123',
  range,
  columnProperties: [
    { columnIndex: 0, columnName: 'Share', columnType: 'PERCENT' },
    { columnIndex: 1, columnName: 'State', columnType: 'DROPDOWN', dataValidationRule: { condition } },
  ],
};

test('a table names its columns in its first row and tells all of them', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('D1', [['Note']]);
  const { body } = await batch({ addTable: { table } });
  t.like(body, {
    replies: [
      {
        addTable: {
          table: {
            ...table,
            columnProperties: [
              { columnName: 'Share', columnType: 'PERCENT' },
              table.columnProperties[1],
              { columnIndex: 2, columnName: 'Note' },
            ],
          },
        },
      },
    ],
  });
  t.deepEqual(await values('A1:D1'), [['', 'Share', 'State', 'Note']]);
});

test('a table and the types of its columns follow inserted columns', async (t) => {
  const { batch, send } = await workbookFor(t);
  await batch({ addTable: { table } });
  await batch({ insertDimension: { range: { dimension: 'COLUMNS', startIndex: 2, endIndex: 3 } } });
  const { body } = await send('GET', '?fields=sheets.tables(range,columnProperties(columnIndex,columnType))');
  t.deepEqual(body, {
    sheets: [
      {
        tables: [
          {
            range: { ...range, endColumnIndex: 5 },
            columnProperties: [
              { columnType: 'PERCENT' },
              { columnIndex: 1 },
              { columnIndex: 2, columnType: 'DROPDOWN' },
              { columnIndex: 3 },
            ],
          },
        ],
      },
    ],
  });
});

test('a table is renamed by its mask; a deleted one takes its cells and the conditional formats on it along', async (t) => {
  const { batch, send, values } = await workbookFor(t);
  const rule = { ranges: [range], booleanRule: { condition: { type: 'BLANK' }, format: {} } };
  await batch({ addTable: { table } }, { addConditionalFormatRule: { rule } });
  await batch({ updateTable: { table: { tableId: '123', name: 'Jobs' }, fields: 'name' } });
  t.deepEqual((await send('GET', '?fields=sheets.tables.name')).body, { sheets: [{ tables: [{ name: 'Jobs' }] }] });
  await batch({ deleteTable: { tableId: '123' } });
  t.deepEqual((await send('GET', '?fields=sheets(tables,conditionalFormats)')).body, { sheets: [{}] });
  t.deepEqual(await values('Sheet1'), []);
});

test('taken names and ids, overlapping tables and a dropdown without its list are refused', async (t) => {
  const { batch } = await workbookFor(t);
  const elsewhere = { ...range, startRowIndex: 10, endRowIndex: 12 };
  t.is((await batch({ addTable: { table } })).status, 200);
  const refused = [
    { ...table, range: elsewhere },
    { ...table, range: elsewhere, tableId: '5' },
    { name: 'Other', range },
    { name: 'Other', range: elsewhere, columnProperties: [{ columnType: 'DROPDOWN' }] },
  ];
  for (const other of refused) t.is((await batch({ addTable: { table: other } })).status, 400);
});

test('a copy of a sheet has all that lies on it, with ids and names of its own', async (t) => {
  const { batch, send } = await workbookFor(t);
  await batch(
    { addTable: { table } },
    { addFilterView: { filter: { filterViewId: 7, title: 'Mine' } } },
    { addDimensionGroup: { range: { dimension: 'ROWS', startIndex: 0, endIndex: 2 } } },
  );
  await batch({ duplicateSheet: { newSheetId: 9, newSheetName: 'Copy' } });
  const { body } = await send('GET', '?ranges=Copy&fields=sheets(tables,filterViews,rowGroups)');
  // As the mask asks.
  const [copy] = (body as { sheets: { tables: { tableId: string }[]; filterViews: { filterViewId: number }[] }[] })
    .sheets;
  t.like(copy, {
    tables: [{ name: 'Tasks_1', range: { sheetId: 9, ...range } }],
    filterViews: [{ title: 'Mine' }],
    rowGroups: [{ range: { sheetId: 9, dimension: 'ROWS', startIndex: 0, endIndex: 2 }, depth: 1 }],
  });
  t.not(copy?.tables[0]?.tableId, '123');
  t.not(copy?.filterViews[0]?.filterViewId, 7);
});
