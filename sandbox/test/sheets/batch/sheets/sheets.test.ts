import test from 'ava';
import type { Workbook } from '../../workbook.ts';
import { messageOf, workbookFor } from '../../workbook.ts';

const add = (title: string, more: object = {}) => ({ addSheet: { properties: { title, ...more } } });

async function titles({ send }: Workbook): Promise<string[]> {
  const { body } = await send('GET', '?fields=sheets.properties.title');
  return (body as { sheets: { properties: { title: string } }[] }).sheets.map((sheet) => sheet.properties.title); // as the mask asks
}

test('an added sheet gets an id and the last place, or what it asks for', async (t) => {
  const workbook = await workbookFor(t);
  const { body } = await workbook.batch(
    add('B'),
    add('A', { sheetId: 5, index: 0, gridProperties: { rowCount: 2, columnCount: 3, frozenRowCount: 1 } }),
  );
  t.like(body, {
    replies: [
      { addSheet: { properties: { title: 'B', index: 1 } } },
      {
        addSheet: {
          properties: {
            sheetId: 5,
            title: 'A',
            index: 0,
            sheetType: 'GRID',
            gridProperties: { rowCount: 2, columnCount: 3, frozenRowCount: 1 },
          },
        },
      },
    ],
  });
  t.deepEqual(await titles(workbook), ['A', 'Sheet1', 'B']);
});

test('a taken id, the id 0 included, and a taken or empty title are refused', async (t) => {
  const { batch } = await workbookFor(t);
  t.regex(messageOf(await batch(add('x', { sheetId: 0 }))) ?? '', /already exists/);
  t.is(
    messageOf(await batch(add('sheet1'))),
    'Invalid requests[0].addSheet: A sheet with the name "sheet1" already exists. Please enter another name.',
  );
  t.is(messageOf(await batch(add(''))), 'Invalid requests[0].addSheet: The sheet name cannot be empty.');
});

test('the last visible sheet can be neither hidden nor deleted', async (t) => {
  const { batch } = await workbookFor(t);
  await batch(add('B', { hidden: true }));
  t.is(
    messageOf(await batch({ updateSheetProperties: { properties: { hidden: true }, fields: 'hidden' } })),
    "Invalid requests[0].updateSheetProperties: You can't hide all the sheets in a document.",
  );
  t.is((await batch({ deleteSheet: { sheetId: 0 } })).status, 400);
});

test('the index of a moved sheet is read against the order before the move', async (t) => {
  const workbook = await workbookFor(t);
  await workbook.batch(add('B'), add('C'));
  await workbook.batch({ updateSheetProperties: { properties: { sheetId: 0, index: 2 }, fields: 'index' } });
  t.deepEqual(await titles(workbook), ['B', 'Sheet1', 'C']);
});

test('a field of the mask that the properties have not goes back to its default', async (t) => {
  const { batch, send } = await workbookFor(t);
  const update = (gridProperties: object) =>
    batch({
      updateSheetProperties: { properties: { gridProperties }, fields: 'gridProperties(frozenRowCount,hideGridlines)' },
    });
  await update({ frozenRowCount: 2, hideGridlines: true });
  await update({ frozenRowCount: 1 });
  t.deepEqual((await send('GET', '?fields=sheets.properties.gridProperties')).body, {
    sheets: [{ properties: { gridProperties: { rowCount: 1000, columnCount: 26, frozenRowCount: 1 } } }],
  });
});

test('a duplicated sheet has the cells of the first and is changed apart', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('A1', [['a']]);
  await batch({ duplicateSheet: { newSheetName: 'Copy' } });
  await fill('Copy!A1', [['b']]);
  t.deepEqual([await values('Sheet1'), await values('Copy')], [[['a']], [['b']]]);
});

test('the colour of a tab is told by both names; an empty style takes it away', async (t) => {
  const { batch, send } = await workbookFor(t);
  const paint = (tabColorStyle: object) =>
    batch({ updateSheetProperties: { properties: { tabColorStyle }, fields: 'tabColorStyle' } });
  const colors = async () => (await send('GET', '?fields=sheets.properties(tabColor,tabColorStyle)')).body;
  const color = { red: 1, blue: 0.498_039_22 };
  await paint({ rgbColor: { red: 1, green: 0, blue: 0.498_039_215_686_274_5 } });
  t.deepEqual(await colors(), { sheets: [{ properties: { tabColor: color, tabColorStyle: { rgbColor: color } } }] });
  await paint({ rgbColor: null });
  t.deepEqual(await colors(), { sheets: [{ properties: {} }] });
});

test('an index that the mask names and the properties have not moves the sheet to the end', async (t) => {
  const workbook = await workbookFor(t);
  await workbook.batch(add('B'));
  await workbook.batch({ updateSheetProperties: { properties: { sheetId: 0 }, fields: 'index' } });
  t.deepEqual(await titles(workbook), ['B', 'Sheet1']);
});

test('not all rows or columns can be frozen', async (t) => {
  const { batch } = await workbookFor(t);
  const freeze = (gridProperties: object) =>
    batch({
      updateSheetProperties: {
        properties: { gridProperties },
        fields: 'gridProperties(frozenRowCount,frozenColumnCount)',
      },
    });
  t.is((await freeze({ frozenRowCount: 999, frozenColumnCount: 25 })).status, 200);
  t.is(
    messageOf(await freeze({ frozenRowCount: 1000 })),
    "Invalid requests[0].updateSheetProperties: You can't freeze all visible rows on the sheet.",
  );
  t.is((await freeze({ frozenColumnCount: 26 })).status, 400);
});

test('a copy is called after its sheet, comes first and is shown, unless told otherwise', async (t) => {
  const workbook = await workbookFor(t);
  await workbook.batch(add('B', { sheetId: 5, hidden: true }));
  const copy = (options: object = {}) => workbook.batch({ duplicateSheet: { sourceSheetId: 5, ...options } });
  await copy();
  await copy();
  await copy({ insertSheetIndex: 3, newSheetName: 'Last' });
  t.deepEqual(await titles(workbook), ['Copy of B 2', 'Copy of B', 'Sheet1', 'Last', 'B']);
  const { body } = await workbook.send('GET', '?fields=sheets.properties.hidden');
  t.deepEqual(body, {
    sheets: [...Array.from({ length: 4 }, () => ({ properties: {} })), { properties: { hidden: true } }],
  });
});

test('formulas of a copy that call its sheet by the title mean the copy', async (t) => {
  const { batch, send, values } = await workbookFor(t);
  await send('PUT', '/values/A1?valueInputOption=USER_ENTERED', { values: [['=Sheet1!B1', 2]] });
  await batch({ duplicateSheet: { newSheetName: 'Copy' } });
  t.deepEqual(await values('Copy!A1', 'valueRenderOption=FORMULA'), [['=Copy!B1']]);
  t.deepEqual(await values('Sheet1!A1', 'valueRenderOption=FORMULA'), [['=Sheet1!B1']]);
});

const refusals: [what: string, properties: object, message: string][] = [
  ['an id that is taken', { sheetId: 0 }, 'Sheet with id 0 already exists.'],
  ['an id below zero', { sheetId: -1 }, 'Sheet id must be non-negative.'],
  [
    'a title of over 100 characters',
    { title: 'x'.repeat(101) },
    'The sheet name cannot be greater than 100 characters.',
  ],
];
for (const [what, properties, message] of refusals) {
  test(`a sheet with ${what} is refused`, async (t) => {
    const { batch } = await workbookFor(t);
    t.is(messageOf(await batch({ addSheet: { properties } })), `Invalid requests[0].addSheet: ${message}`);
  });
}
