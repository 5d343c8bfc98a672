import test from 'ava';
import { messageOf, workbookFor } from '../../workbook.ts';

const column = (start: number, end: number) => ({
  startRowIndex: start,
  endRowIndex: end,
  startColumnIndex: 0,
  endColumnIndex: 1,
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
