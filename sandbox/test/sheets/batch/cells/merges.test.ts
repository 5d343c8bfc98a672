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

test('a merge across the edge of what is frozen is refused, one on either side of it is not', async (t) => {
  const { batch } = await workbookFor(t);
  await batch({
    updateSheetProperties: {
      properties: { gridProperties: { frozenColumnCount: 2 } },
      fields: 'gridProperties.frozenColumnCount',
    },
  });
  const merge = (startColumnIndex: number, endColumnIndex: number) =>
    batch({ mergeCells: { range: { endRowIndex: 2, startColumnIndex, endColumnIndex } } });
  t.is((await merge(0, 2)).status, 200);
  t.is((await merge(2, 4)).status, 200);
  t.is(messageOf(await merge(1, 3)), "Invalid requests[0].mergeCells: You can't merge frozen and non-frozen columns.");
});
