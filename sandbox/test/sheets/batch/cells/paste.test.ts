import test from 'ava';
import { workbookFor } from '../../workbook.ts';

const column = (start: number, end: number) => ({
  startRowIndex: start,
  endRowIndex: end,
  startColumnIndex: 0,
  endColumnIndex: 1,
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
