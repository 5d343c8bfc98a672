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
