import test from 'ava';
import type { Cell, Scalar } from '../../../sheets/grid/cell.ts';
import { display } from '../../../sheets/format/display.ts';
import { localeOf } from '../../../sheets/locale/locale.ts';
import { enter } from '../../../sheets/values/enter.ts';

const locale = localeOf('en_US');
const typed = (text: string, cell?: Cell) => enter(cell, text, { option: 'USER_ENTERED', year: 2026, locale });
const raw = (value: string | number | boolean, cell?: Cell) => enter(cell, value, { option: 'RAW' });

/** Seen at Google (google-sheets.md 4.2): what is typed, what is stored, how it is shown. */
const seen: [string, unknown, string | undefined, string][] = [
  ['1-2', 46_024, 'm-d', '1-2'],
  ['2026-09-05', 46_270, 'yyyy-mm-dd', '2026-09-05'],
  ['9/27/2026', 46_292, 'm/d/yyyy', '9/27/2026'],
  ['2026-09-27 10:30:15', 46_292.437_673_611_11, 'yyyy-mm-dd h:mm:ss', '2026-09-27 10:30:15'],
  ['$100.15', 100.15, '"$"#,##0.00', '$100.15'],
  ['50%', 0.5, '0%', '50%'],
  ['007', 7, undefined, '7'],
  ['TRUE', true, undefined, 'TRUE'],
  ["'0123", '0123', undefined, '0123'],
  ['3.00', 3, undefined, '3'],
  ['2,000,000.01', 2_000_000.01, '#,##0.00', '2,000,000.01'],
];
for (const [text, value, pattern, shown] of seen) {
  test(`${text} typed is stored as ${JSON.stringify(value)} and shown as ${shown}`, (t) => {
    const cell = typed(text);
    t.deepEqual(typeof cell?.value === 'number' ? Number(cell.value.toFixed(11)) : cell?.value, value);
    t.is(cell?.format?.numberFormat?.pattern, pattern);
    t.is(cell && display(cell, locale), shown);
  });
}

/** Not seen at Google: how the emulator reads on. */
const assumed: [string, Scalar][] = [
  ['12.3%', 0.123],
  ['-$5', -5],
  ['1e3', 1000],
  ['12,34', '12,34'],
  ['2026-02-30', '2026-02-30'],
  ['13-45', '13-45'],
  ['10:30', 0.4375],
  ['25:00', '25:00'],
  ['true', true],
  ['1e400', '1e400'],
  ['=', '='],
  [' 5 ', 5],
  ['5 apples', '5 apples'],
];
for (const [text, value] of assumed) {
  test(`${text} typed is stored as ${JSON.stringify(value)} (not verified)`, (t) => {
    t.is(typed(text)?.value, value);
  });
}

test('RAW keeps every text as it is', (t) => {
  for (const text of ['12345', '=1+2', "'0123", '2026-09-05', 'TRUE']) t.deepEqual(raw(text), { value: text });
});

test('numbers and booleans are taken as they are, typed or not', (t) => {
  t.deepEqual(enter(undefined, 5, { option: 'USER_ENTERED', year: 2026, locale }), { value: 5 });
  t.deepEqual(raw(false), { value: false });
});

test('an empty text empties the cell and leaves its format and note', (t) => {
  const cell: Cell = { value: 5, formula: '=5', format: { numberFormat: { type: 'DATE' } }, note: 'n' };
  t.deepEqual(raw('', cell), { format: { numberFormat: { type: 'DATE' } }, note: 'n' });
  t.is(raw('', { value: 5 }), undefined);
});

test('a serial number put into a cell with a date format is shown as a date', (t) => {
  const cell = raw(46_270, { format: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } } });
  t.is(cell && display(cell, locale), '2026-09-05');
});

test('a cell of plain text keeps what is typed', (t) => {
  t.is(typed('007', { format: { numberFormat: { type: 'TEXT' } } })?.value, '007');
});

test('50,000 characters fit into a cell and one more is refused', (t) => {
  t.notThrows(() => raw('x'.repeat(50_000)));
  t.throws(() => raw('x'.repeat(50_001)), { name: 'Refusal', message: /more than the maximum of 50000 characters/ });
});
