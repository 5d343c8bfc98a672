import test from 'ava';
import type { Scalar } from '../../../sheets/grid/cell.ts';
import { permuteRows } from '../../../sheets/spreadsheet/permute.ts';
import { deleteLines, insertLines, moveLines } from '../../../sheets/spreadsheet/shift.ts';
import type { Edit } from '../../../sheets/spreadsheet/edit.ts';
import type { Sheet } from '../../../sheets/spreadsheet/spreadsheet.ts';
import { workbookFor } from '../workbook.ts';
import { sheetOf } from './sheet-of.ts';
import type { Sheets } from './sheet-of.ts';

const formulas = [
  '=B3',
  '=$B$3',
  '=SUM(B2:B4)',
  '=SUM(B:B)',
  '=SUM(2:4)',
  '=SUM(B2:B)',
  "='My sheet'!B3",
  '=sum( b3 ,1 )',
];

/** The formulas in column D after rows or columns of their own sheet were moved. */
function after(change: (edit: Edit, sheet: Sheet) => void): (Scalar | undefined)[] {
  const sheets = sheetOf([[], ['', 2], ['', 3], ['', 4]]);
  sheets.type(
    'K1',
    formulas.map((formula) => [formula]),
  );
  sheets.edit((edit) => change(edit, first(edit)));
  return formulaColumn(sheets);
}

const first = ({ book }: Edit): Sheet => {
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('the workbook has no sheet');
  return sheet;
};

function formulaColumn(sheets: Sheets): (string | undefined)[] {
  return (sheets.book().sheets[0]?.grid.rows ?? []).flatMap((row) => {
    const cell = row.find((one) => one?.formula !== undefined);
    return cell ? [cell.formula] : [];
  });
}

test('references follow inserted rows, and ranges grow around them', (t) => {
  const moved = after((edit, sheet) => insertLines(edit, sheet, { dimension: 'ROWS', start: 2, count: 2 }));
  t.deepEqual(moved, [
    '=B5',
    '=$B$5',
    '=SUM(B2:B6)',
    '=SUM(B:B)',
    '=SUM(2:6)',
    '=SUM(B2:B)',
    "='My sheet'!B3",
    '=SUM( B5 ,1 )',
  ]);
});

test('references follow deleted rows, and say #REF! where all of them is gone', (t) => {
  const moved = after((edit, sheet) => deleteLines(edit, sheet, { dimension: 'ROWS', start: 2, count: 1 }));
  t.deepEqual(moved, [
    '=#REF!',
    '=#REF!',
    '=SUM(B:B)',
    '=SUM(2:3)',
    '=SUM(B2:B)',
    "='My sheet'!B3",
    '=SUM( #REF! ,1 )',
  ]);
});

test('references follow columns', (t) => {
  const moved = after((edit, sheet) => insertLines(edit, sheet, { dimension: 'COLUMNS', start: 1, count: 1 }));
  t.deepEqual(moved.slice(0, 6), ['=C3', '=$C$3', '=SUM(C2:C4)', '=SUM(C:C)', '=SUM(2:4)', '=SUM(C2:C)']);
});

test('references follow rows that were moved', (t) => {
  const moved = after((edit, sheet) => moveLines(edit, sheet, { dimension: 'ROWS', start: 2, count: 1, to: 20 }));
  t.true(moved.includes('=B20'));
  t.true(moved.includes('=$B$20'));
});

test('formulas that a sort takes elsewhere refer to their new row, others stay', (t) => {
  const sheets = sheetOf([
    [3, '=A1*10', '=$A$1'],
    [1, '=A2*10', '=$A$1'],
    [2, '=A3*10', '=$A$1'],
  ]);
  sheets.type('E1', [['=A1']]);
  sheets.edit((edit) =>
    permuteRows(edit, { sheet: first(edit), area: { top: 0, left: 0, bottom: 3, right: 3 } }, [1, 2, 0]),
  );
  t.deepEqual(
    ['B1', 'B2', 'B3', 'E1'].map((range) => sheets.cell(range)?.formula),
    ['=A1*10', '=A2*10', '=A3*10', '=A1'],
  );
  t.deepEqual(['B1', 'B2', 'B3', 'C3'].map(sheets.value), [10, 20, 30, 1]);
});

/** The formulas of an area, over HTTP. */
const shown = 'valueRenderOption=FORMULA';

test('references follow a block that was cut, to another sheet too', async (t) => {
  const { batch, send, values } = await workbookFor(t);
  await batch({ addSheet: { properties: { sheetId: 7, title: 'Other one' } } });
  await send('PUT', '/values/A1?valueInputOption=USER_ENTERED', { values: [[1, '=A1+C9', '=A1', '=SUM(A1:A2)']] });
  await batch({
    cutPaste: {
      source: { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 },
      destination: { sheetId: 7, rowIndex: 4, columnIndex: 0 },
    },
  });
  t.deepEqual(await values("'Other one'!A5:B5", shown), [[1, '=A5+Sheet1!C9']]);
  t.deepEqual(await values('C1:D1', shown), [["='Other one'!A5", '=SUM(A1:A2)']]);
});

test('references without $ go along with a copy', async (t) => {
  const { batch, send, values } = await workbookFor(t);
  await send('PUT', '/values/A1?valueInputOption=USER_ENTERED', { values: [[1, '=A1+$A$1+A$1+$A1', '=A1']] });
  await batch({
    copyPaste: {
      source: { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 },
      destination: { sheetId: 0, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 2, endColumnIndex: 3 },
    },
  });
  t.deepEqual(await values('C2:C3', shown), [['=B2+$A$1+B$1+$A2'], ['=B3+$A$1+B$1+$A3']]);
});

test('a reference that a copy takes past the first row says #REF!', async (t) => {
  const { batch, send, values } = await workbookFor(t);
  await send('PUT', '/values/A2?valueInputOption=USER_ENTERED', { values: [['=A1']] });
  await batch({
    copyPaste: {
      source: { sheetId: 0, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 },
      destination: { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 },
    },
  });
  t.deepEqual(await values('B1', shown), [['=#REF!']]);
});

test('a formula that repeatCell gives a range is filled in', async (t) => {
  const { batch, fill, values } = await workbookFor(t);
  await fill('A1', [[1], [2], [3]]);
  await batch({
    repeatCell: {
      range: { sheetId: 0, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 2 },
      cell: { userEnteredValue: { formulaValue: '=A1*2' } },
      fields: 'userEnteredValue',
    },
  });
  t.deepEqual(await values('B1:B3'), [['2'], ['4'], ['6']]);
});

test('formulas call a renamed sheet by its new title, and a deleted one #REF!', async (t) => {
  const { batch, send, values } = await workbookFor(t);
  await batch({ addSheet: { properties: { sheetId: 7, title: 'Prices' } } });
  await send('PUT', '/values/A1?valueInputOption=USER_ENTERED', { values: [['=prices!A1']] });
  await batch({ updateSheetProperties: { properties: { sheetId: 7, title: "Ani's prices" }, fields: 'title' } });
  t.deepEqual(await values('A1', shown), [["='Ani''s prices'!A1"]]);
  await batch({ deleteSheet: { sheetId: 7 } });
  t.deepEqual(await values('A1', shown), [['=#REF!']]);
  t.deepEqual(await values('A1'), [['#REF!']]);
});
