import test from 'ava';
import { messageOf, workbookFor } from '../../workbook.ts';

const rows = (startIndex: number, endIndex: number) => ({ dimension: 'ROWS', startIndex, endIndex });
const move = (start: number, end: number, destinationIndex: number) => ({
  moveDimension: { source: rows(start, end), destinationIndex },
});
const column = (startRowIndex: number, endRowIndex: number) => ({
  startRowIndex,
  endRowIndex,
  startColumnIndex: 0,
  endColumnIndex: 1,
});

test('the destination counts rows as they are before the move (the example of the reference)', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('A1', [[0], [1], [2], [3], [4]]);
  await batch(move(1, 3, 4));
  t.deepEqual(await values('A1:A5', 'majorDimension=COLUMNS'), [['0', '3', '1', '2', '4']]);
  await batch(move(2, 4, 1));
  t.deepEqual(await values('A1:A5', 'majorDimension=COLUMNS'), [['0', '1', '2', '3', '4']]);
});

test('columns move likewise, also past the last one that has values', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('A1', [['a', 'b'], ['c']]);
  const source = { dimension: 'COLUMNS', startIndex: 0, endIndex: 1 };
  await batch({ moveDimension: { source, destinationIndex: 4 } });
  t.deepEqual(await values('Sheet1'), [
    ['b', '', '', 'a'],
    ['', '', '', 'c'],
  ]);
});

test('what lies on moved rows moves along: names, merges, heights', async (t) => {
  const { batch, send } = await workbookFor(t);
  await batch(
    { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'Moved', range: column(1, 3) } } },
    { mergeCells: { range: column(1, 3) } },
    { updateDimensionProperties: { range: rows(1, 2), properties: { pixelSize: 50 }, fields: 'pixelSize' } },
  );
  await batch(move(1, 3, 6));
  const { body } = await send(
    'GET',
    '?ranges=A1:A6&fields=namedRanges.range,sheets(merges,data(rowMetadata(pixelSize)))',
  );
  const pixelSizes = [21, 21, 21, 21, 50, 21];
  t.deepEqual(body, {
    sheets: [{ merges: [column(4, 6)], data: [{ rowMetadata: pixelSizes.map((pixelSize) => ({ pixelSize })) }] }],
    namedRanges: [{ range: column(4, 6) }],
  });
});

const refusals: [what: string, request: object, message: string][] = [
  [
    'a part of a merge',
    move(1, 2, 9),
    'Sorry, it is not possible to move a row that contains only part of a merged cell. Please unmerge and try again.',
  ],
  [
    'rows into a merge',
    move(5, 6, 2),
    'Sorry, it is not possible to move a row to a position that crosses a merged cell. Please unmerge and try again.',
  ],
  ['rows past the end', move(5, 6, 1001), 'destinationIndex[1001] must be between 0 and the grid size (1000).'],
  ['rows that are not there', move(999, 1001, 0), "Cannot move a row that doesn't exist: there are only 1000 rows."],
];
for (const [what, request, message] of refusals) {
  test(`moving ${what} is refused`, async (t) => {
    const { batch } = await workbookFor(t);
    await batch({ mergeCells: { range: column(1, 3) } });
    t.is(messageOf(await batch(request)), `Invalid requests[0].moveDimension: ${message}`);
  });
}

test('a move into its own place changes nothing', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('A1', [[0], [1], [2]]);
  for (const to of [0, 1, 2]) t.is((await batch(move(0, 2, to))).status, 200);
  t.deepEqual(await values('A1:A3', 'majorDimension=COLUMNS'), [['0', '1', '2']]);
});

const cell = (pattern: string) => ({
  userEnteredValue: { numberValue: 1 },
  userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern } },
});
const look = (pattern: string) => ({ values: [{ userEnteredFormat: cell(pattern).userEnteredFormat }] });

test('inserted rows have the formats of the row before or after them, but not its values', async (t) => {
  const { batch, send } = await workbookFor(t);
  await batch({
    updateCells: { start: {}, rows: [{ values: [cell('0')] }, { values: [cell('0.0')] }], fields: '*' },
  });
  await batch({ insertDimension: { range: rows(1, 2), inheritFromBefore: true } });
  await batch({ insertDimension: { range: rows(2, 3) } });
  const { body } = await send(
    'GET',
    '?ranges=A2:A3&fields=sheets.data.rowData.values(userEnteredValue,userEnteredFormat)',
  );
  t.deepEqual(body, { sheets: [{ data: [{ rowData: [look('0'), look('0.0')] }] }] });
});

test('frozen rows are fewer when one of them is deleted, and cannot be all that is left', async (t) => {
  const { batch, send } = await workbookFor(t);
  const gridProperties = { rowCount: 5, frozenRowCount: 2 };
  await batch({ updateSheetProperties: { properties: { gridProperties }, fields: 'gridProperties' } });
  t.is(
    messageOf(await batch({ deleteDimension: { range: rows(2, 5) } })),
    'Invalid requests[0].deleteDimension: Sorry, it is not possible to delete all non-frozen rows.',
  );
  await batch({ deleteDimension: { range: rows(0, 1) } });
  const { body } = await send('GET', '?fields=sheets.properties.gridProperties(rowCount,frozenRowCount)');
  t.deepEqual(body, { sheets: [{ properties: { gridProperties: { rowCount: 4, frozenRowCount: 1 } } }] });
});
