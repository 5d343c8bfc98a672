import test from 'ava';
import { sheetOf } from '../sheet-of.ts';

test('a formula follows a change of a cell that it refers to, on whichever way', (t) => {
  const sheets = sheetOf([[1, '=A1+1', '=B1+1', "=SUM('My sheet'!A:A)"]]);
  sheets.type("'My sheet'!A5", [['=Sheet1!C1']]);
  t.is(sheets.value('D1'), 3);
  sheets.type('A1', [[10]]);
  t.deepEqual(['B1', 'C1', 'D1'].map(sheets.value), [11, 12, 12]);
});

test('a formula that sees no changed cell is not calculated again', (t) => {
  const sheets = sheetOf([
    [1, '=A1+1'],
    [2, '=A2+1'],
  ]);
  const untouched = sheets.cell('B1');
  sheets.type('A2', [[5]]);
  t.is(sheets.cell('B1'), untouched);
  t.is(sheets.value('B2'), 6);
});

test('formulas that refer to each other in a circle are errors, those that refer to them too', (t) => {
  const sheets = sheetOf([['=B1', '=C1', '=A1', '=A1+1', '=A1+A1']]);
  const message = 'Circular dependency detected. To resolve with iterative calculation, see File > Settings.';
  for (const range of ['A1', 'B1', 'C1', 'D1', 'E1']) {
    t.is(sheets.value(range), '#REF!');
    t.deepEqual(sheets.cell(range)?.error, { type: 'REF', message });
  }
  sheets.type('B1', [[5]]);
  t.deepEqual(['A1', 'C1', 'D1'].map(sheets.value), [5, 5, 6]);
});

test('a formula that refers to itself is an error, one that asks for its own row is not', (t) => {
  const sheets = sheetOf([['=SUM(A:A)', '=ROW(B1)']]);
  t.is(sheets.value('A1'), '#REF!');
  t.is(sheets.value('B1'), 1);
});

test('a chain of 20,000 formulas is calculated in either direction', (t) => {
  const rows = Array.from({ length: 999 }, (_, row) =>
    Array.from({ length: 20 }, (__, column) =>
      column === 0 ? `=T${row + 2}+1` : `=${letter(column - 1)}${row + 1}+1`,
    ),
  );
  const sheets = sheetOf([...rows, Array.from({ length: 20 }, (_, column) => (column === 19 ? 1 : ''))]);
  t.is(sheets.value('T1'), 1 + 999 * 20);
});

const letter = (column: number) => String.fromCodePoint(65 + column);

test('a formula that was broken by a name is whole when the name comes', (t) => {
  const sheets = sheetOf([[3, '=Wage*2']]);
  t.is(sheets.value('B1'), '#NAME?');
  sheets.edit(({ book }) => {
    const area = { top: 0, left: 0, bottom: 1, right: 1 };
    book.namedRanges = [{ namedRangeId: 'n', name: 'wage', sheetId: 0, area }];
  });
  t.is(sheets.value('B1'), 6);
});

test('an error of a cell is the error of the formulas that need it', (t) => {
  const sheets = sheetOf([['=1/0', '=A1+1', '=IFERROR(A1,"none")', '=COUNT(A1,1)']]);
  t.deepEqual(['B1', 'C1', 'D1'].map(sheets.value), ['#DIV/0!', 'none', 1]);
});

test('a result looks like what it was calculated from', (t) => {
  const sheets = sheetOf([['$5', '$7.50', '2026-09-05', '=SUM(A1:B1)', '=C1+1', '=C1-C1', '=TODAY()', '=A1*2']]);
  t.is(sheets.cell('D1')?.resultFormat?.type, 'CURRENCY');
  t.is(sheets.cell('E1')?.resultFormat?.pattern, 'yyyy-mm-dd');
  t.is(sheets.cell('F1')?.resultFormat, undefined);
  t.is(sheets.cell('G1')?.resultFormat?.type, 'DATE');
  t.is(sheets.cell('H1')?.resultFormat?.type, 'CURRENCY');
});

test('TODAY is the day in the time zone of the workbook', (t) => {
  const sheets = sheetOf([['=TODAY()', '=NOW()']]);
  const utc = Number(sheets.value('B1'));
  sheets.edit(({ book }) => {
    book.timeZone = 'Pacific/Kiritimati';
  });
  t.is(sheets.value('A1'), 46_348);
  t.is(Number(((Number(sheets.value('B1')) - utc) * 24).toFixed(6)), 14);
});

test('a sheet without formulas is not walked through', (t) => {
  const sheets = sheetOf([[1, 'text', true]]);
  t.false(sheets.book().sheets[0]?.grid.mayHaveFormulas);
  sheets.type('A2', [['=1']]);
  t.deepEqual(
    sheets.book().sheets.map(({ grid }) => grid.mayHaveFormulas),
    [true, false],
  );
});
