import test from 'ava';
import { seeded } from '../../random.ts';
import { sheetOf } from './sheet-of.ts';

const seed = 20_261_122;
const parts = (
  '1 2.5 1e300 "a" "" TRUE #N/A A1 B2 C3 $A$1 A1:C3 A:A 1:2 A1:B Z1 ZZZ9 \'My sheet\'!A1 Sheet1!B2:C Nowhere!A1 wage ' +
  '+ - * / ^ & = <> < >= % ( ) , ; : ! { } $ # @ \' " [ ] \\ _ . é '
).split(' ');
const functions = (
  'SUM AVERAGE MIN MAX COUNT COUNTA SUMPRODUCT COUNTIF COUNTIFS SUMIF SUMIFS IF IFS IFERROR AND OR NOT ROUND ROUNDUP ' +
  'ROUNDDOWN ABS INT MOD PI CONCATENATE CONCAT JOIN LEN LEFT RIGHT MID UPPER LOWER TRIM SUBSTITUTE TEXT VALUE DATE YEAR ' +
  'MONTH DAY TODAY NOW VLOOKUP INDEX MATCH ROW COLUMN ISBLANK ISNUMBER HYPERLINK NOPE'
).split(' ');
const signs = /^#(?:ERROR!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/;

test('20,000 random formulas have a value or an error that the API has', (t) => {
  const random = seeded(seed);
  const operand = () => random.pick(parts.slice(0, 20));
  const call = () => `${random.pick(functions)}(${Array.from({ length: random.below(5) }, operand).join(',')})`;
  const formula = () => {
    const length = 1 + random.below(5);
    return `=${Array.from({ length }, () => (random.below(2) === 0 ? call() : random.pick(parts))).join('')}`;
  };
  const sheets = sheetOf([
    [1, 'text', '2026-09-05'],
    [true, '', '$5'],
  ]);
  for (let round = 0; round < 20; round += 1) {
    sheets.type(
      "'My sheet'!A1",
      Array.from({ length: 100 }, () => Array.from({ length: 10 }, formula)),
    );
    for (const cell of sheets.book().sheets[1]?.grid.rows.flat() ?? []) {
      t.true(cell?.error === undefined ? cell?.value !== undefined : signs.test(String(cell.value)), cell?.formula);
      t.false(typeof cell?.value === 'number' && !Number.isFinite(cell.value), cell?.formula);
    }
  }
});

test('a formula of 10,000 terms is an error and no crash', (t) => {
  const sheets = sheetOf([[`=${Array.from({ length: 10_000 }, () => '1').join('+')}`]]);
  t.is(sheets.value('A1'), '#ERROR!');
});
