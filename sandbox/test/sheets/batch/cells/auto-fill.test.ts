import test from 'ava';
import { messageOf, workbookFor } from '../../workbook.ts';

const column = { startRowIndex: 0, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 1 };
const entered = 'valueInputOption=USER_ENTERED';

const series: [what: string, source: unknown[], filled: unknown[], alternate?: boolean][] = [
  ['numbers with a common step go on', [1, 3], [1, 3, 5, 7, 9, 11]],
  ['numbers without one repeat', [1, 3, 4], [1, 3, 4, 1, 3, 4]],
  ['a lone number repeats', [7], [7, 7, 7, 7, 7, 7]],
  ['a lone number counts up in the alternate series', [7], [7, 8, 9, 10, 11, 12], true],
  ['a lone date goes on by days', ['2026-09-29'], [46_294, 46_295, 46_296, 46_297, 46_298, 46_299]],
  ['texts repeat', ['a', 'b'], ['a', 'b', 'a', 'b', 'a', 'b']],
  [
    'a lone text counts on by the number at its end',
    ['Item 08'],
    ['08', '09', '10', '11', '12', '13'].map((n) => `Item ${n}`),
  ],
  ['formulas are copied with their references', ['=ROW()*2'], [2, 4, 6, 8, 10, 12]],
];
for (const [what, source, filled, useAlternateSeries = false] of series) {
  test(what, async (t) => {
    const { batch, send, values } = await workbookFor(t);
    await send('PUT', `/values/A1?${entered}`, { values: source.map((value) => [value]) });
    const { status } = await batch({ autoFill: { range: column, useAlternateSeries } });
    t.is(status, 200);
    const options = 'majorDimension=COLUMNS&valueRenderOption=UNFORMATTED_VALUE';
    t.deepEqual(await values('A1:A6', options), [filled]);
  });
}

test('a source may be continued in either direction, and to the side', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('C3', [[5, 10]]);
  const source = { startRowIndex: 2, endRowIndex: 3, startColumnIndex: 2, endColumnIndex: 4 };
  const along = (dimension: string, fillLength: number) => ({
    autoFill: { sourceAndDestination: { source, dimension, fillLength } },
  });
  await batch(along('COLUMNS', 2), along('COLUMNS', -2), along('ROWS', -1));
  t.deepEqual(await values('A2:F3'), [
    ['', '', '5', '10'],
    ['-5', '0', '5', '10', '15', '20'],
  ]);
  t.is(
    messageOf(await batch(along('COLUMNS', -3))),
    "Invalid requests[0].autoFill: You can't auto-fill past the edge of the sheet.",
  );
});

test('a fill needs a range or a source with a direction, and of a range without values fills nothing', async (t) => {
  const { batch, values } = await workbookFor(t);
  const one = 'Invalid requests[0].autoFill: Must specify either range or sourceAndDestination.';
  t.is(messageOf(await batch({ autoFill: {} })), one);
  const undirected = { sourceAndDestination: { source: column, fillLength: 1 } };
  t.is(messageOf(await batch({ autoFill: undirected })), 'Invalid requests[0].autoFill: No dimension specified.');
  t.is((await batch({ autoFill: { range: column } })).status, 200);
  t.deepEqual(await values('Sheet1'), []);
});
