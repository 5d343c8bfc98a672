import test from 'ava';
import { messageOf, workbookFor } from '../../workbook.ts';

const range = { endRowIndex: 6, endColumnIndex: 2 };
const filled = [
  ['a', 1, 'beside'],
  ['b', 1],
  ['A', 1],
  ['a', '1'],
  ['b', 2],
  ['a', 1],
  ['a', 1, 'below'],
];

test('rows like one above are removed from the range, case aside, and nothing outside of it moves', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('A1', filled);
  const { body } = await batch({ deleteDuplicates: { range } });
  t.like(body, { replies: [{ deleteDuplicates: { duplicatesRemovedCount: 2 } }] });
  t.deepEqual(await values('Sheet1', 'valueRenderOption=UNFORMATTED_VALUE'), [
    ['a', 1, 'beside'],
    ['b', 1],
    ['a', '1'],
    ['b', 2],
    [],
    [],
    ['a', 1, 'below'],
  ]);
});

test('only the columns that are named are compared', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('A1', filled);
  const comparisonColumns = [{ dimension: 'COLUMNS', startIndex: 0, endIndex: 1 }];
  const { body } = await batch({ deleteDuplicates: { range, comparisonColumns } });
  t.like(body, { replies: [{ deleteDuplicates: { duplicatesRemovedCount: 4 } }] });
  t.deepEqual(await values('A1:A6', 'majorDimension=COLUMNS'), [['a', 'b']]);
});

test('empty rows below the last value are no duplicates', async (t) => {
  const { batch, fill } = await workbookFor(t);
  await fill('A1', [['a'], ['b']]);
  t.like((await batch({ deleteDuplicates: { range: {} } })).body, { replies: [{ deleteDuplicates: {} }] });
});

test('comparison columns must be columns of the range', async (t) => {
  const { batch } = await workbookFor(t);
  const compare = (comparisonColumns: object[]) => batch({ deleteDuplicates: { range, comparisonColumns } });
  t.regex(messageOf(await compare([{ dimension: 'ROWS', startIndex: 0, endIndex: 1 }])) ?? '', /must be columns\.$/);
  t.regex(messageOf(await compare([{ dimension: 'COLUMNS', startIndex: 2 }])) ?? '', /must lie within the range\.$/);
});

test('a range in random order has the same rows, whole, and leaves those outside of it', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  const rows = Array.from({ length: 40 }, (_, index) => [`r${index}`, index]);
  await fill('A1', [['head'], ...rows]);
  await batch({ randomizeRange: { range: { startRowIndex: 1, endRowIndex: 41 } } });
  const after = (await values('Sheet1', 'valueRenderOption=UNFORMATTED_VALUE')) as (string | number)[][]; // as filled
  t.deepEqual(after[0], ['head']);
  t.deepEqual(
    after.slice(1).toSorted((a, b) => Number(a[1]) - Number(b[1])),
    rows,
  );
  t.notDeepEqual(after.slice(1), rows);
});
