import test from 'ava';
import { messageOf, workbookFor } from '../../workbook.ts';

test('a sort moves rows whole within its range, empty cells last in either direction', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('A1', [
    ['head', 1, 'x'],
    ['b', 2, 'stay'],
    ['', 3],
    [10, 4],
    ['a', 5],
    [9, 6],
  ]);
  const range = { startRowIndex: 1, endColumnIndex: 2 };
  const sort = (sortOrder: string) => batch({ sortRange: { range, sortSpecs: [{ dimensionIndex: 0, sortOrder }] } });
  const unformatted = () => values('Sheet1', 'valueRenderOption=UNFORMATTED_VALUE');
  await sort('ASCENDING');
  t.deepEqual(await unformatted(), [
    ['head', 1, 'x'],
    [9, 6, 'stay'],
    [10, 4],
    ['a', 5],
    ['b', 2],
    ['', 3],
  ]);
  await sort('DESCENDING');
  t.deepEqual(await unformatted(), [
    ['head', 1, 'x'],
    ['b', 2, 'stay'],
    ['a', 5],
    [10, 4],
    [9, 6],
    ['', 3],
  ]);
});

test('a sort counts columns from the first of the sheet, not of its range', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('A1', [
    ['x', 'b', 1],
    ['y', 'a', 2],
  ]);
  await batch({ sortRange: { range: { startColumnIndex: 1, endColumnIndex: 3 }, sortSpecs: [{ dimensionIndex: 1 }] } });
  t.deepEqual(await values('Sheet1'), [
    ['x', 'a', '2'],
    ['y', 'b', '1'],
  ]);
});

const merge = (startRowIndex: number, endRowIndex: number) => ({
  startRowIndex,
  endRowIndex,
  startColumnIndex: 0,
  endColumnIndex: 2,
});

test('a merge of one row goes with its row, a taller one keeps the range from being sorted', async (t) => {
  const { batch, fill, send } = await workbookFor(t);
  await fill('A1', [['b'], ['a'], ['c']]);
  const sort = { sortRange: { range: merge(0, 3), sortSpecs: [{ dimensionIndex: 0 }] } };
  await batch({ mergeCells: { range: merge(0, 1) } }, sort);
  t.deepEqual((await send('GET', '?fields=sheets.merges')).body, { sheets: [{ merges: [merge(1, 2)] }] });
  t.is(
    messageOf(await batch({ mergeCells: { range: merge(1, 3) } }, sort)),
    "Invalid requests[1].sortRange: You can't sort a range containing vertical merges. There is a vertical merge at A2:B3",
  );
});

test('hidden rows stay where they are in a sort', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('A1', [['d'], ['c'], ['b'], ['a']]);
  const range = { dimension: 'ROWS', startIndex: 1, endIndex: 2 };
  await batch(
    { updateDimensionProperties: { range, properties: { hiddenByUser: true }, fields: 'hiddenByUser' } },
    { sortRange: { range: { endRowIndex: 4, endColumnIndex: 1 }, sortSpecs: [{ dimensionIndex: 0 }] } },
  );
  t.deepEqual(await values('Sheet1', 'majorDimension=COLUMNS'), [['a', 'c', 'b', 'd']]);
});

test('a sort by colours is refused', async (t) => {
  const { batch } = await workbookFor(t);
  const sortSpecs = [{ dimensionIndex: 0, backgroundColor: { red: 1 } }];
  t.is(
    messageOf(await batch({ sortRange: { range: {}, sortSpecs } })),
    'Invalid requests[0].sortRange: The emulator sorts by values only, not by backgroundColorStyle.',
  );
});
