import test from 'ava';
import { workbookFor } from '../../workbook.ts';

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
