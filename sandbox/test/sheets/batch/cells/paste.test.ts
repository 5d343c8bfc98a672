import test from 'ava';
import { messageOf, workbookFor } from '../../workbook.ts';

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

test('what lies on cut cells goes along, to another sheet too, and protection stays', async (t) => {
  const { batch, send } = await workbookFor(t);
  await batch(
    { addSheet: { properties: { sheetId: 7 } } },
    { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'Cut', range: column(0, 2) } } },
    { addNamedRange: { namedRange: { namedRangeId: 'm', name: 'Under', range: { sheetId: 7, ...column(3, 4) } } } },
    { addProtectedRange: { protectedRange: { protectedRangeId: 9, range: column(0, 2) } } },
    { mergeCells: { range: column(0, 2) } },
  );
  await batch({ cutPaste: { source: column(0, 2), destination: { sheetId: 7, rowIndex: 3 } } });
  const landed = { sheetId: 7, ...column(3, 5) };
  const { body } = await send('GET', '?fields=namedRanges,sheets(merges,protectedRanges.range)');
  t.deepEqual(body, {
    sheets: [{ protectedRanges: [{ range: column(0, 2) }] }, { merges: [landed] }],
    namedRanges: [{ namedRangeId: 'n', name: 'Cut', range: landed }],
  });
});

test('copied merges are repeated with their cells', async (t) => {
  const { batch, send } = await workbookFor(t);
  await batch({ mergeCells: { range: column(0, 2) } });
  await batch({ copyPaste: { source: column(0, 2), destination: column(2, 6) } });
  const { body } = await send('GET', '?fields=sheets.merges');
  t.deepEqual(body, { sheets: [{ merges: [column(0, 2), column(2, 4), column(4, 6)] }] });
});

test('a paste that cuts through a merge is refused', async (t) => {
  const { batch } = await workbookFor(t);
  await batch({ mergeCells: { range: column(0, 2) } });
  const torn = "You can't perform a paste that partially intersects a merge.";
  const copy = (source: object, destination: object) => batch({ copyPaste: { source, destination } });
  t.is(messageOf(await copy(column(1, 2), column(5, 6))), `Invalid requests[0].copyPaste: ${torn}`);
  t.is(messageOf(await copy(column(5, 6), column(1, 2))), `Invalid requests[0].copyPaste: ${torn}`);
  const cut = await batch({ cutPaste: { source: column(1, 2), destination: { rowIndex: 5 } } });
  t.regex(messageOf(cut) ?? '', /can't perform a cut\/paste from a range that partially intersects a merge\./);
});

test('only what the type of paste names is pasted, and a cut empties all of its source', async (t) => {
  const { batch, send } = await workbookFor(t);
  const format = { borders: { top: { style: 'SOLID' } }, numberFormat: { type: 'NUMBER', pattern: '0' } };
  const cell = { userEnteredValue: { formulaValue: '=1+1' }, userEnteredFormat: format, note: 'n' };
  await batch({ updateCells: { start: {}, rows: [{ values: [cell] }], fields: '*' } });
  const types = ['PASTE_VALUES', 'PASTE_FORMULA', 'PASTE_FORMAT', 'PASTE_NO_BORDERS'];
  for (const [index, pasteType] of types.entries()) {
    await batch({ copyPaste: { source: column(0, 1), destination: column(index + 1, index + 2), pasteType } });
  }
  await batch({ cutPaste: { source: column(0, 1), destination: { rowIndex: 5 }, pasteType: 'PASTE_VALUES' } });
  const { body } = await send(
    'GET',
    '?ranges=A1:A6&fields=sheets.data.rowData.values(userEnteredValue,userEnteredFormat,note)',
  );
  const value = { userEnteredValue: { numberValue: 2 } };
  const { borders: _, ...plain } = format;
  const rows = [
    {},
    value,
    { userEnteredValue: cell.userEnteredValue },
    { userEnteredFormat: format },
    { userEnteredValue: cell.userEnteredValue, userEnteredFormat: plain, note: 'n' },
    value,
  ];
  t.like(body, { sheets: [{ data: [{ rowData: rows.map((one) => (one === rows[0] ? {} : { values: [one] })) }] }] });
});
