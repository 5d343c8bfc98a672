import test from 'ava';
import { messageOf, workbookFor } from '../../workbook.ts';

const b2 = { startRowIndex: 1, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 };
const square = [
  ['a1', 'b1', 'c1'],
  ['a2', 'b2', 'c2'],
  ['a3', 'b3', 'c3'],
];

test('cells put into a range push those behind them down or right, and no others', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('A1', square);
  await batch({ insertRange: { range: b2, shiftDimension: 'ROWS' } });
  t.deepEqual(await values('Sheet1'), [
    ['a1', 'b1', 'c1'],
    ['a2', '', 'c2'],
    ['a3', 'b2', 'c3'],
    ['', 'b3'],
  ]);
  await batch({ insertRange: { range: { ...b2, endRowIndex: 3 }, shiftDimension: 'COLUMNS' } });
  t.deepEqual(await values('Sheet1'), [
    ['a1', 'b1', 'c1'],
    ['a2', '', '', 'c2'],
    ['a3', '', 'b2', 'c3'],
    ['', 'b3'],
  ]);
});

test('cells taken out of a range draw those behind them up or left, and no others', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('A1', square);
  await batch({ deleteRange: { range: b2, shiftDimension: 'ROWS' } });
  t.deepEqual(await values('Sheet1'), [
    ['a1', 'b1', 'c1'],
    ['a2', 'b3', 'c2'],
    ['a3', '', 'c3'],
  ]);
  await batch({ deleteRange: { range: b2, shiftDimension: 'COLUMNS' } });
  t.deepEqual(await values('A2:C2'), [['a2', 'c2']]);
});

test('rows taken out as a range leave the grid as long as it was, and the row heights where they were', async (t) => {
  const { batch, fill, send } = await workbookFor(t);
  await fill('A1', square);
  await batch({
    updateDimensionProperties: {
      range: { dimension: 'ROWS', startIndex: 2, endIndex: 3 },
      properties: { pixelSize: 50 },
      fields: 'pixelSize',
    },
  });
  const range = { startRowIndex: 1, endRowIndex: 2 };
  await batch({ deleteRange: { range, shiftDimension: 'ROWS' } });
  t.deepEqual((await send('GET', '/values/Sheet1')).body, {
    range: 'Sheet1!A1:Z1000',
    majorDimension: 'ROWS',
    values: [square[0], square[2]],
  });
  const { body } = await send('GET', '?ranges=A3&fields=sheets.data.rowMetadata.pixelSize');
  t.deepEqual(body, { sheets: [{ data: [{ rowMetadata: [{ pixelSize: 50 }] }] }] });
});

test('the grid grows only when cells with something in them would be pushed off its end', async (t) => {
  const { batch, fill, send } = await workbookFor(t);
  const gridProperties = { rowCount: 3, columnCount: 3 };
  await batch({ updateSheetProperties: { properties: { gridProperties }, fields: 'gridProperties' } });
  await fill('A1', [['a', 'b', 'c'], ['d']]);
  const range = { startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
  await batch({ insertRange: { range, shiftDimension: 'ROWS' } });
  await batch({ insertRange: { range, shiftDimension: 'COLUMNS' } });
  t.deepEqual((await send('GET', '/values/Sheet1')).body, {
    range: 'Sheet1!A1:D3',
    majorDimension: 'ROWS',
    values: [['', '', 'b', 'c'], ['a'], ['d']],
  });
});

test('names and merges that move as a whole follow, and a merge that would be torn is refused', async (t) => {
  const { batch, send } = await workbookFor(t);
  const pair = { startRowIndex: 5, endRowIndex: 6, startColumnIndex: 1, endColumnIndex: 3 };
  await batch(
    { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'Pair', range: pair } } },
    { mergeCells: { range: pair } },
  );
  const refused = await batch({ deleteRange: { range: b2, shiftDimension: 'ROWS' } });
  t.is(
    messageOf(refused),
    "Invalid requests[0].deleteRange: You can't insert or delete cells where a merged cell would only partly move. Unmerge it first.",
  );
  await batch({ deleteRange: { range: { ...b2, endColumnIndex: 3 }, shiftDimension: 'ROWS' } });
  const moved = { ...pair, startRowIndex: 4, endRowIndex: 5 };
  const { body } = await send('GET', '?fields=namedRanges.range,sheets.merges');
  t.deepEqual(body, { sheets: [{ merges: [moved] }], namedRanges: [{ range: moved }] });
});

test('a range that runs past the grid is cut, one without a direction is refused', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('A1', square);
  const range = { startRowIndex: 1, endRowIndex: 10_001 };
  t.is(messageOf(await batch({ deleteRange: { range } })), 'Invalid requests[0].deleteRange: No dimension specified.');
  await batch({ deleteRange: { range, shiftDimension: 'ROWS' } });
  t.deepEqual(await values('Sheet1'), [square[0]]);
});
