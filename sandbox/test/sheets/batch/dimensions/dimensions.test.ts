import test from 'ava';
import { messageOf, workbookFor } from '../../workbook.ts';

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
    'inserting past the last row',
    { insertDimension: { range: rows(1001, 1002), inheritFromBefore: true } },
    'insertDimension: range.startIndex is larger than current grid size (1000)',
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
