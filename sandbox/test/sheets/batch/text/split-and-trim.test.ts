import test from 'ava';
import { messageOf, workbookFor } from '../../workbook.ts';

const column = { startRowIndex: 0, endRowIndex: 10, startColumnIndex: 0, endColumnIndex: 1 };
const unformatted = 'valueRenderOption=UNFORMATTED_VALUE';

test('whitespace is trimmed, runs of it become one blank, and texts stay texts', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('A1', [['  a \t\n b  ', ' =1+1 ', ' 7 ', 'c', 8, '   ']]);
  t.like((await batch({ trimWhitespace: { range: {} } })).body, {
    replies: [{ trimWhitespace: { cellsChangedCount: 4 } }],
  });
  t.deepEqual(await values('Sheet1', unformatted), [['a b', '=1+1', '7', 'c', 8]]);
});

test('a text is split into the columns to its right, as if typed there', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('A1', [['a;1;50%', 'x', 'y', 'z'], ['alone', 'stays'], ['b;2']]);
  await batch({ textToColumns: { source: column, delimiterType: 'SEMICOLON' } });
  t.deepEqual(await values('Sheet1', unformatted), [
    ['a', 1, 0.5, 'z'],
    ['alone', 'stays'],
    ['b', 2],
  ]);
});

test('the grid becomes wider for split texts', async (t) => {
  const { batch, fill, send } = await workbookFor(t);
  await fill('Z1', [['a--b']]);
  const source = { startColumnIndex: 25, endColumnIndex: 26 };
  await batch({ textToColumns: { source, delimiterType: 'CUSTOM', delimiter: '--' } });
  t.like((await send('GET', '/values/1:1')).body, { range: 'Sheet1!A1:AA1' });
});

test('a delimiter that is to be found is the first known one in any of the texts', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('A1', [['a b;c'], ['d;e']]);
  await batch({ textToColumns: { source: column, delimiterType: 'AUTODETECT' } });
  t.deepEqual(await values('Sheet1'), [
    ['a b', 'c'],
    ['d', 'e'],
  ]);
});

test('only one column is split at a time', async (t) => {
  const { batch } = await workbookFor(t);
  t.is(
    messageOf(await batch({ textToColumns: { source: { endColumnIndex: 2 }, delimiterType: 'COMMA' } })),
    'Invalid requests[0].textToColumns: The source must span exactly one column.',
  );
});

test('pasted lines are entered as typed, their quotes read as in CSV, and the grid grows', async (t) => {
  const { batch, send } = await workbookFor(t);
  const gridProperties = { rowCount: 2, columnCount: 2 };
  await batch({ updateSheetProperties: { properties: { gridProperties }, fields: 'gridProperties' } });
  const data = 'x,"a, ""b""",=1+1\r\n2026-09-05,,\n';
  await batch({ pasteData: { coordinate: { rowIndex: 1 }, data, delimiter: ',', type: 'PASTE_NORMAL' } });
  t.deepEqual((await send('GET', '/values/Sheet1')).body, {
    range: 'Sheet1!A1:C3',
    majorDimension: 'ROWS',
    values: [[], ['x', 'a, "b"', '2'], ['2026-09-05']],
  });
});

test('a table of HTML is pasted without its markup', async (t) => {
  const { batch, values } = await workbookFor(t);
  const data = '<table><tr><th>Name<th>&euro; &amp; &#65;</tr><tr><td><b>1</b></td><td>x<br>y</td></tr></table>';
  await batch({ pasteData: { data, html: true } });
  t.deepEqual(await values('Sheet1'), [
    ['Name', '&euro; & A'],
    ['1', 'x\ny'],
  ]);
});

test('pasted data needs a delimiter or to be HTML', async (t) => {
  const { batch } = await workbookFor(t);
  t.is(
    messageOf(await batch({ pasteData: { data: 'a' } })),
    'Invalid requests[0].pasteData: Must specify either delimiter or html.',
  );
});
