import test from 'ava';
import { messageOf, workbookFor } from '../workbook.ts';

test('an empty range has no values key', async (t) => {
  const { send } = await workbookFor(t);
  t.deepEqual((await send('GET', '/values/A1:B2')).body, { range: 'Sheet1!A1:B2', majorDimension: 'ROWS' });
});

test('rows and cells that are empty at the end are left out, those between are given', async (t) => {
  const { fill, values } = await workbookFor(t);
  await fill('B1', [['a', '', 'b', ''], [], ['c']]);
  t.deepEqual(await values('A1:F9'), [['', 'a', '', 'b'], [], ['', 'c']]);
  t.deepEqual(await values('A1:F9', 'majorDimension=COLUMNS'), [[], ['a', '', 'c'], [], ['b']]);
});

const clamped: Record<string, string> = {
  "'Sheet1'": 'Sheet1!A1:Z1000',
  'A1:1': 'Sheet1!A1:Z1',
  'B1:B': 'Sheet1!B1:B1000',
  'A1:A1': 'Sheet1!A1',
  'D4:A1': 'Sheet1!A1:D4',
  'A2:F10001': 'Sheet1!A2:F1000',
  'sheet1!A1': 'Sheet1!A1',
};
for (const [range, answered] of Object.entries(clamped)) {
  test(`the range ${range} is answered as ${answered}`, async (t) => {
    const { send } = await workbookFor(t);
    t.like((await send('GET', `/values/${encodeURIComponent(range)}`)).body, { range: answered });
  });
}

const refused: Record<string, string> = {
  'Nope!A1': 'Unable to parse range: Nope!A1',
  "'Sheet1'!": "Unable to parse range: 'Sheet1'!",
  AAAA1: 'Unable to parse range: AAAA1',
  A1001: 'Range (Sheet1!A1001) exceeds grid limits. Max rows: 1000, max columns: 26',
  'ZZZ1:ZZZ': 'Range (Sheet1!ZZZ1:ZZZ1000) exceeds grid limits. Max rows: 1000, max columns: 26',
};
for (const [range, message] of Object.entries(refused)) {
  test(`the range ${range} is refused for reads, writes and clears alike`, async (t) => {
    const { send } = await workbookFor(t);
    const path = `/values/${encodeURIComponent(range)}`;
    const answers = await Promise.all([
      send('GET', path),
      send('PUT', `${path}?valueInputOption=RAW`, { values: [['x']] }),
      send('POST', `${path}:clear`),
      send('GET', `/values:batchGet?ranges=A1&ranges=${encodeURIComponent(range)}`),
    ]);
    for (const answer of answers) {
      t.deepEqual(answer.body, { error: { code: 400, status: 'INVALID_ARGUMENT', message } });
      t.is(answer.status, 400);
    }
  });
}

test('an array larger than its range is refused with the first row or column outside', async (t) => {
  const { send, values } = await workbookFor(t);
  const write = (range: string, cells: unknown[][]) =>
    send('PUT', `/values/${range}?valueInputOption=RAW`, { values: cells });
  t.is(
    messageOf(await write('A2:C3', [['a'], ['b'], ['c']])),
    'Requested writing within range [Sheet1!A2:C3], but tried writing to row [4]',
  );
  t.is(
    messageOf(await write('U2:V3', [['a', 'b', 'c']])),
    'Requested writing within range [Sheet1!U2:V3], but tried writing to column [W]',
  );
  t.is((await write('A2:C3', [['a', null, null, null], [null]])).status, 200);
  t.deepEqual(await values('Sheet1'), [[], ['a']]);
});

test('an update never makes the grid larger', async (t) => {
  const { send } = await workbookFor(t);
  const { body } = await send('PUT', '/values/Z1000?valueInputOption=RAW', { values: [['a', 'b'], ['c']] });
  t.like(body, {
    error: { message: 'Range (Sheet1!Z1000:AA1001) exceeds grid limits. Max rows: 1000, max columns: 26' },
  });
});

test('null leaves a cell alone and is not counted, an empty text empties it and is', async (t) => {
  const { fill, send, values, spreadsheetId } = await workbookFor(t);
  await fill('A1', [
    ['a', 'b', 'c'],
    ['d', 'e', 'f'],
  ]);
  const answer = await send('PUT', '/values/A1:C2?valueInputOption=RAW', {
    values: [
      [null, '', null],
      ['x', null, null],
    ],
  });
  t.deepEqual(answer.body, {
    spreadsheetId,
    updatedRange: 'Sheet1!A1:B2',
    updatedRows: 2,
    updatedColumns: 2,
    updatedCells: 2,
  });
  t.deepEqual(await values('Sheet1'), [
    ['a', '', 'c'],
    ['x', 'e', 'f'],
  ]);
});

test('the values are given back when asked for', async (t) => {
  const { send } = await workbookFor(t);
  const options =
    'valueInputOption=USER_ENTERED&includeValuesInResponse=true&responseValueRenderOption=UNFORMATTED_VALUE';
  const { body } = await send('PUT', `/values/A1?${options}`, { values: [['50%']] });
  t.like(body, { updatedData: { range: 'Sheet1!A1', majorDimension: 'ROWS', values: [[0.5]] } });
});

test('a write without an input option is refused', async (t) => {
  const { send } = await workbookFor(t);
  t.is(
    messageOf(await send('PUT', '/values/A1', { values: [['x']] })),
    "'valueInputOption' is required but not specified",
  );
});

test('values that are no lists, and lists inside of cells, are refused', async (t) => {
  const { send } = await workbookFor(t);
  const write = (values: unknown) => send('PUT', '/values/A1?valueInputOption=RAW', { values });
  t.is(
    messageOf(await write('x')),
    `Invalid value at 'data.values' (type.googleapis.com/google.protobuf.ListValue), "x"`,
  );
  t.is(
    messageOf(await write(['x'])),
    `Invalid value at 'data.values[0]' (type.googleapis.com/google.protobuf.ListValue), "x"`,
  );
  t.regex(messageOf(await write([['a', ['b']]])) ?? '', /^Invalid values\[0\]\[1\]: list_value/);
});

test('a batch of updates is counted: rows and cells summed, columns by the widest, sheets once', async (t) => {
  const { send, spreadsheetId } = await workbookFor(t);
  const data = [
    { range: 'A1:C1', values: [[1, 2, 3]] },
    { range: 'A3', values: [[1], [2]] },
  ];
  const { body } = await send('POST', '/values:batchUpdate', { valueInputOption: 'RAW', data });
  t.like(body, {
    spreadsheetId,
    totalUpdatedRows: 3,
    totalUpdatedColumns: 3,
    totalUpdatedCells: 5,
    totalUpdatedSheets: 1,
  });
});

test('a batch of updates with one bad range writes none of them', async (t) => {
  const { send, values } = await workbookFor(t);
  const data = [
    { range: 'A1', values: [[1]] },
    { range: 'Nope!A1', values: [[1]] },
  ];
  const answer = await send('POST', '/values:batchUpdate', { valueInputOption: 'RAW', data });
  t.is(messageOf(answer), 'Invalid data[1]: Unable to parse range: Nope!A1');
  t.deepEqual(await values('Sheet1'), []);
});

test('a batch of nothing is answered with the id alone', async (t) => {
  const { send, spreadsheetId } = await workbookFor(t);
  t.deepEqual((await send('POST', '/values:batchUpdate', { valueInputOption: 'RAW' })).body, { spreadsheetId });
  t.deepEqual((await send('POST', '/values:batchClear', {})).body, { spreadsheetId });
});

test('a named range stands for its cells, before a sheet of that name', async (t) => {
  const { batch, fill, send } = await workbookFor(t);
  await fill('A1', [['head'], ['cell']]);
  await batch({
    addNamedRange: { namedRange: { name: 'Wages', range: { startRowIndex: 1, endRowIndex: 2, endColumnIndex: 1 } } },
  });
  await batch({ addSheet: { properties: { title: 'Wages' } } });
  t.deepEqual((await send('GET', '/values/Wages')).body, {
    range: 'Sheet1!A2',
    majorDimension: 'ROWS',
    values: [['cell']],
  });
  t.like((await send('GET', "/values/'Wages'")).body, { range: 'Wages!A1:Z1000' });
});
