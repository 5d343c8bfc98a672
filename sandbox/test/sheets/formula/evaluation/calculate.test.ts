import test from 'ava';
import type { Scalar } from '../../../../sheets/grid/cell.ts';
import { sheetOf } from '../sheet-of.ts';

/** What the formulas below refer to, from A1 on. */
const table: readonly (readonly (Scalar | null)[])[] = [
  ['Item', 'City', 'Price', 'Pieces', 'Date'],
  ['Kopi', 'Jakarta', 12.5, 4, '2026-09-05'],
  ['Teh', 'Bandung', 8, 10, '2026-10-01'],
  ['Susu', 'jakarta', 20, null, '2026-11-22'],
  ['Roti', 'Medan', 'sold out', 3, null],
];

const results: Record<string, Scalar> = {
  '=4/2': 2,
  '= 1 / 1024': 0.000_976_562_5,
  '=2+3*4': 14,
  '=(2+3)*4': 20,
  '=-2--3': 1,
  '=10-2-3': 5,
  '=2^3^2': 64,
  '=-2^2': 4,
  '=50%': 0.5,
  '="a"&1&TRUE': 'a1TRUE',
  '="a"="A"': true,
  '=1<>2': true,
  '="b">"a"': true,
  '=2>"a"': false,
  '=C2*D2': 50,
  '=$C$2+D$3': 22.5,
  '=Z99+1': 1,
  '=Z99=""': true,
  '=Z99=0': true,
  '="5"+1': 6,
  '=TRUE+1': 2,
  '=SUM(C2:C5)': 40.5,
  '=SUM(C2:C)': 40.5,
  '=SUM(C:C, 1, "2")': 43.5,
  '=sum(D2:D3)': 14,
  '=AVERAGE(C2:C5)': 13.5,
  '=MIN(C2:C5)': 8,
  '=MAX(C2:D5)': 20,
  '=MIN(Z1:Z9)': 0,
  '=COUNT(A1:E5)': 9,
  '=COUNTA(A2:A9)': 4,
  '=COUNTIF(B2:B5,"Jakarta")': 2,
  '=COUNTIF(B2:B5,"*d*")': 2,
  '=COUNTIF(C2:C5,">=12.5")': 2,
  '=COUNTIF(D2:D5,"<>4")': 3,
  '=SUMIF(B2:B5,"jakarta",C2:C5)': 32.5,
  '=SUMIF(C2:C5,">10")': 32.5,
  '=SUMIFS(D2:D5,B2:B5,"<>Medan",C2:C5,"<20")': 14,
  '=COUNTIFS(B2:B5,"jakarta",C2:C5,">15")': 1,
  '=SUMPRODUCT(C2:C4,D2:D4)': 130,
  '=SUMPRODUCT((B2:B4="Jakarta")*(C2:C4))': 32.5,
  '=IF(C2>10,"dear","cheap")': 'dear',
  '=IF(C2>100,"dear")': false,
  '=IF(FALSE,1,)': '',
  '=IFS(C3>10,"a",C3>5,"b")': 'b',
  '=IFERROR(1/0,"none")': 'none',
  '=IFERROR(VLOOKUP("x",A:C,3,FALSE))': '',
  '=AND(TRUE,C2>1)': true,
  '=OR(FALSE,C2>100)': false,
  '=NOT(FALSE)': true,
  '=TRUE()': true,
  '=ROUND(2.345,2)': 2.35,
  '=ROUND(1.005,2)': 1.01,
  '=ROUND(-2.5)': -3,
  '=ROUND(1234,-2)': 1200,
  '=ROUNDUP(2.301,1)': 2.4,
  '=ROUNDUP(2.3,1)': 2.3,
  '=ROUNDDOWN(-2.39,1)': -2.3,
  '=ABS(-3)': 3,
  '=INT(-2.5)': -3,
  '=MOD(-7,3)': 2,
  '=PI()': Math.PI,
  '=CONCATENATE("a",1,B2:B3)': 'a1JakartaBandung',
  '=CONCAT("a",2)': 'a2',
  '=JOIN(", ",A2:A4)': 'Kopi, Teh, Susu',
  '=LEN("Susu")': 4,
  '=LEFT("Susu",2)&RIGHT("Susu")&MID("Susu",2,2)': 'Suuus',
  '=UPPER("a")&LOWER("B")': 'Ab',
  '=TRIM("  a   b ")': 'a b',
  '=SUBSTITUTE("a-b-c","-","+")': 'a+b+c',
  '=SUBSTITUTE("a-b-c","-","+",2)': 'a-b+c',
  '=TEXT(1234.5,"#,##0.00")': '1,234.50',
  '=TEXT(E2,"d mmmm yyyy")': '5 September 2026',
  '=VALUE("1,250")': 1250,
  '=DATE(2026,13,1)': 46_388,
  '=YEAR(E2)*10000+MONTH(E2)*100+DAY(E2)': 20_260_905,
  '=TODAY()': 46_348,
  '=ROUND((NOW()-TODAY())*24,6)': 9.5,
  '=VLOOKUP("teh",A2:C5,3,FALSE)': 8,
  '=VLOOKUP("S*",A2:C5,2,FALSE)': 'jakarta',
  '=VLOOKUP(9,D2:E3,1)': 4,
  '=INDEX(A2:C5,2,1)': 'Teh',
  '=MATCH("Susu",A1:A5,0)': 4,
  '=INDEX(C2:C5,MATCH("Teh",A2:A5,0))': 8,
  '=ROW()': 10,
  '=ROW(B7)+COLUMN(C1)': 10,
  '=ISBLANK(Z1)': true,
  '=ISNUMBER(C2)': true,
  '=ISNUMBER(1/0)': false,
  '=HYPERLINK("https://example.com","Shop")': 'Shop',
  "='My sheet'!A1": 'elsewhere',
  '=Prices': 12.5,
  '=SUM(prices)': 40.5,
};
for (const [formula, value] of Object.entries(results)) {
  test(`${formula} is ${JSON.stringify(value)}`, (t) => {
    const shown = calculated(formula)?.value;
    const isFraction = typeof value === 'number' && !Number.isInteger(value);
    t.is(
      isFraction && typeof shown === 'number' ? Number(shown.toFixed(12)) : shown,
      isFraction ? Number(value.toFixed(12)) : value,
    );
  });
}

const failures: Record<string, [type: string, sign: string, message: RegExp]> = {
  '=1/0': ['DIVIDE_BY_ZERO', '#DIV/0!', /^Function DIVIDE parameter 2 cannot be zero\.$/],
  '=C2*A2': [
    'VALUE',
    '#VALUE!',
    /^Function MULTIPLY parameter 2 expects number values\. But 'Kopi' is a text and cannot be coerced to a number\.$/,
  ],
  '=1+': ['ERROR', '#ERROR!', /^Formula parse error\.$/],
  '=(1': ['ERROR', '#ERROR!', /parse/],
  '=1 2': ['ERROR', '#ERROR!', /parse/],
  '=XLOOKUP(1,A:A,B:B)': ['NAME', '#NAME?', /^Unknown function: 'XLOOKUP'\.$/],
  '=price': ['NAME', '#NAME?', /^Unknown range name: 'PRICE'\.$/],
  '=VLOOKUP("x",A2:C5,3,FALSE)': ['N_A', '#N/A', /^Did not find value 'x' in VLOOKUP evaluation\.$/],
  '=MATCH("x",A2:A5,0)': ['N_A', '#N/A', /^Did not find value 'x' in MATCH evaluation\.$/],
  '=ABS()': ['N_A', '#N/A', /^Wrong number of arguments to ABS\. Expected 1 arguments, but got 0 arguments\.$/],
  '=Nowhere!A1': ['REF', '#REF!', /^Unresolved sheet name 'Nowhere'\.$/],
  '=A1+#REF!': ['REF', '#REF!', /^Reference does not exist\.$/],
  '=AVERAGE(A2:A3)': ['DIVIDE_BY_ZERO', '#DIV/0!', /AVERAGE/],
  '=(-8)^0.5': ['NUM', '#NUM!', /POW/],
  '=A1:B2': ['VALUE', '#VALUE!', /^An array value could not be found\.$/],
  '=SUM(C2,1/0)': ['DIVIDE_BY_ZERO', '#DIV/0!', /DIVIDE/],
};
for (const [formula, [type, sign, message]] of Object.entries(failures)) {
  test(`${formula} is ${sign}`, (t) => {
    const cell = calculated(formula);
    t.is(cell?.value, sign);
    t.is(cell?.error?.type as string, type);
    t.regex(cell?.error?.message ?? '', message);
  });
}

test('a range where one value is wanted gives the one in the row of the formula', (t) => {
  const sheets = sheetOf([
    [1, '=A1:A3*10'],
    [2, '=A1:A3*10'],
  ]);
  t.is(sheets.value('B2'), 20);
});

test('brackets nested beyond reason are no formula', (t) => {
  t.is(calculated(`=${'('.repeat(100_000)}1${')'.repeat(100_000)}`.slice(0, 50_000))?.value, '#ERROR!');
});

function calculated(formula: string) {
  const sheets = sheetOf(table);
  sheets.type("'My sheet'!A1", [['elsewhere']]);
  sheets.edit(({ book }) => {
    const area = { top: 1, left: 2, bottom: 5, right: 3 };
    book.namedRanges = [{ namedRangeId: 'n', name: 'Prices', sheetId: 0, area }];
  });
  // In a row of the table a range would be one value.
  sheets.type(formula === '=Prices' ? 'H2' : 'H10', [[formula]]);
  return sheets.cell(formula === '=Prices' ? 'H2' : 'H10');
}
