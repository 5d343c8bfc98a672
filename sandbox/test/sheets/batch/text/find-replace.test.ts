import test from 'ava';
import { messageOf, workbookFor } from '../../workbook.ts';

const all = { allSheets: true };

test('the reply counts cells, rows, sheets and every occurrence', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await batch({ addSheet: { properties: { title: 'Second' } } });
  await fill('Sheet1!A1', [['Google Sheets', 'e'], ['none']]);
  await fill('Second!A1', [['e', '=e'], ['E']]);
  const { body } = await batch({ findReplace: { find: 'e', replacement: 'o', ...all } });
  t.like(body, {
    replies: [{ findReplace: { valuesChanged: 6, rowsChanged: 4, sheetsChanged: 2, occurrencesChanged: 8 } }],
  });
  t.deepEqual(await values('Sheet1'), [['Googlo Shoots', 'o'], ['nono']]);
});

test('what is not found has no counts', async (t) => {
  const { batch, fill } = await workbookFor(t);
  await fill('A1', [['a']]);
  t.like((await batch({ findReplace: { find: 'x', replacement: 'o', ...all } })).body, {
    replies: [{ findReplace: {} }],
  });
});

const cells = ['Google Sheets', 'Google Docs', 'a.b', 'A.B', 'axb', '1,50'];
const replacements: [what: string, request: object, changed: Record<string, string>][] = [
  ['without regard to case', { find: 'a.b', replacement: '-' }, { 'a.b': '-', 'A.B': '-' }],
  ['with regard to case', { find: 'a.b', replacement: '-', matchCase: true }, { 'a.b': '-' }],
  ['whole cells only', { find: 'google', replacement: '-', matchEntireCell: true }, {}],
  [
    'whole cells by an expression',
    { find: 'a.|a.b', replacement: '-', matchEntireCell: true, searchByRegex: true },
    { 'a.b': '-', 'A.B': '-', axb: '-' },
  ],
  [
    'by an expression with groups (the example of the reference)',
    { find: 'o.* (.*)', replacement: '$1 Rocks', searchByRegex: true },
    { 'Google Sheets': 'GSheets Rocks', 'Google Docs': 'GDocs Rocks' },
  ],
  ['with an escaped dollar', { find: 'x', replacement: '\\$1', searchByRegex: true }, { axb: 'a$1b' }],
  ['by a named group', { find: '(?<first>[a-z])x', replacement: '${first}y', searchByRegex: true }, { axb: 'ayb' }],
  [
    'with escapes that only Java has',
    { find: '\\Aa\\.b\\z', replacement: '\\,', searchByRegex: true, matchCase: true },
    { 'a.b': ',' },
  ],
];
for (const [what, request, changed] of replacements) {
  test(`found ${what}`, async (t) => {
    const { batch, fill, values } = await workbookFor(t);
    await fill('A1', [cells]);
    t.is((await batch({ findReplace: { ...request, range: {} } })).status, 200);
    t.deepEqual(await values('Sheet1'), [cells.map((cell) => changed[cell] ?? cell)]);
  });
}

test('formulas are looked into only when asked, and their results never', async (t) => {
  const { batch, values, send } = await workbookFor(t);
  await send('PUT', '/values/A1?valueInputOption=USER_ENTERED', { values: [['=1+1']] });
  const replace = (find: string, includeFormulas: boolean) =>
    batch({ findReplace: { find, replacement: '5', includeFormulas, sheetId: 0 } });
  t.like((await replace('2', true)).body, { replies: [{ findReplace: {} }] });
  t.like((await replace('1', false)).body, { replies: [{ findReplace: {} }] });
  t.like((await replace('1', true)).body, {
    replies: [{ findReplace: { formulasChanged: 1, rowsChanged: 1, sheetsChanged: 1, occurrencesChanged: 2 } }],
  });
  t.deepEqual(await values('A1'), [['10']]);
});

const refusals: [what: string, request: object, message: string][] = [
  ['no place', { find: 'a' }, 'Must specify range, sheetId or allSheets.'],
  ['nothing to find', { allSheets: true }, 'The text to find must not be empty.'],
  ['a broken expression', { find: '(', searchByRegex: true, ...all }, 'Invalid regular expression: ('],
  [
    'a group that is not there',
    { find: 'a', replacement: '$1', searchByRegex: true, ...all },
    'The replacement refers to a group that the expression does not have: $1',
  ],
];
for (const [what, request, message] of refusals) {
  test(`${what} is refused`, async (t) => {
    const { batch, fill } = await workbookFor(t);
    await fill('A1', [['a']]);
    t.is(messageOf(await batch({ findReplace: request })), `Invalid requests[0].findReplace: ${message}`);
  });
}
