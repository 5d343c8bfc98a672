import test from 'ava';
import { messageOf, workbookFor } from '../workbook.ts';

const rows = (startIndex: number, endIndex?: number) => ({
  dimension: 'ROWS',
  startIndex,
  ...(endIndex !== undefined && { endIndex }),
});
const column = (start: number, end: number) => ({
  startRowIndex: start,
  endRowIndex: end,
  startColumnIndex: 0,
  endColumnIndex: 1,
});

test('inserted rows are empty and move the rest down; the grid is longer', async (t) => {
  const { batch, fill, send } = await workbookFor(t);
  await fill('A1', [['a'], ['b']]);
  await batch({ insertDimension: { range: rows(1, 3) } });
  t.deepEqual((await send('GET', '/values/A:A')).body, {
    range: 'Sheet1!A1:A1002',
    majorDimension: 'ROWS',
    values: [['a'], [], [], ['b']],
  });
});

test('named and protected ranges, merges and filters follow inserted and deleted rows', async (t) => {
  const { batch, send } = await workbookFor(t);
  await batch(
    { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'Below', range: column(4, 6) } } },
    { addNamedRange: { namedRange: { namedRangeId: 'm', name: 'Gone', range: column(1, 2) } } },
    { addProtectedRange: { protectedRange: { protectedRangeId: 7, range: column(4, 6) } } },
    { mergeCells: { range: column(4, 6) } },
    { setBasicFilter: { filter: { range: column(4, 6) } } },
  );
  await batch({ insertDimension: { range: rows(0, 3) } }, { deleteDimension: { range: rows(3, 5) } });
  const moved = column(5, 7);
  const { body } = await send('GET', '?fields=namedRanges,sheets(merges,basicFilter,protectedRanges.range)');
  t.deepEqual(body, {
    sheets: [{ merges: [moved], basicFilter: { range: moved }, protectedRanges: [{ range: moved }] }],
    namedRanges: [{ namedRangeId: 'n', name: 'Below', range: moved }],
  });
});

const refusals: [what: string, request: object, message: string][] = [
  [
    'inserting after the last row without inheriting from it',
    { insertDimension: { range: rows(1000, 1001) } },
    'insertDimension: range.startIndex must be less than the grid size (1000) if inheritFromBefore is false.',
  ],
  [
    'inserting before the first row',
    { insertDimension: { range: rows(-1, 0) } },
    'insertDimension: DimensionRange indexes must be >= 0',
  ],
  [
    'deleting a row that is not there',
    { deleteDimension: { range: rows(1000, 1001) } },
    "deleteDimension: Cannot delete a row that doesn't exist. Tried to delete row index 1000 but there are only 1000 rows.",
  ],
  [
    'deleting every row',
    { deleteDimension: { range: rows(0) } },
    "deleteDimension: You can't delete all the rows on the sheet.",
  ],
  [
    'growing over ten million cells',
    { appendDimension: { dimension: 'ROWS', length: 400_000 } },
    'appendDimension: This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
  ],
];
for (const [what, request, message] of refusals) {
  test(`${what} is refused`, async (t) => {
    const { batch } = await workbookFor(t);
    t.is(messageOf(await batch(request)), `Invalid requests[0].${message}`);
  });
}

test('a row may be inserted after the last one when it inherits from it', async (t) => {
  const { batch } = await workbookFor(t);
  t.is((await batch({ insertDimension: { range: rows(1000, 1001), inheritFromBefore: true } })).status, 200);
});

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

test('cut cells leave their place empty, also where the places overlap', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('A1', [['a'], ['b'], ['c']]);
  await batch({ cutPaste: { source: column(0, 2), destination: { rowIndex: 1 } } });
  t.deepEqual(await values('Sheet1'), [[], ['a'], ['b']]);
});

test('copied cells fill a destination that holds them several times', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('A1', [['a'], ['b']]);
  await batch({
    copyPaste: { source: column(0, 2), destination: { startRowIndex: 2, endRowIndex: 6, endColumnIndex: 1 } },
  });
  t.deepEqual(await values('Sheet1', 'majorDimension=COLUMNS'), [['a', 'b', 'a', 'b', 'a', 'b']]);
});

test('merging keeps the first value, and a merge that is cut through is refused', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('A1', [['a'], ['b'], ['c']]);
  await batch({ mergeCells: { range: column(0, 2) } });
  t.deepEqual(await values('Sheet1'), [['a'], [], ['c']]);
  t.is(
    messageOf(await batch({ mergeCells: { range: column(1, 3) } })),
    'Invalid requests[0].mergeCells: You must select all cells in a merged range to merge or unmerge them.',
  );
});
