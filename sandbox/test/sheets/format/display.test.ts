import test from 'ava';
import { localeOf } from '../../../sheets/locale/locale.ts';
import { display } from '../../../sheets/format/display.ts';

/** value, type of the format, its pattern, what is shown */
const shown: [number | string | boolean, string, string, string][] = [
  [1 / 3, '', '', '0.3333333333'],
  [100 / 3, '', '', '33.33333333'],
  [1 / 1024, '', '', '0.0009765625'],
  [-0.5, '', '', '-0.5'],
  [0.1 + 0.2, '', '', '0.3'],
  [123_456_789_012, '', '', '123456789012'],
  [1e15, '', '', '1E+15'],
  [true, '', '', 'TRUE'],
  ['x', 'NUMBER', '0.00', 'x'],
  [1234.5, 'NUMBER', '#,##0.00', '1,234.50'],
  [1_234_567, 'NUMBER', '#,##0', '1,234,567'],
  [0.5, 'NUMBER', '0.##', '0.5'],
  [7, 'NUMBER', '000', '007'],
  [-5, 'CURRENCY', '"$"#,##0.00', '-$5.00'],
  [-5, 'NUMBER', '0;(0)', '(5)'],
  [0.125, 'PERCENT', '', '12.50%'],
  [15_000, 'CURRENCY', '"Rp "#,##0', 'Rp 15,000'],
  [12_345, 'SCIENTIFIC', '', '1.23E+04'],
  [46_270, 'DATE', '', '9/5/2026'],
  [46_270, 'DATE', 'ddd d mmm yyyy', 'Sat 5 Sep 2026'],
  [46_270.75, 'DATE_TIME', 'dd/mm/yy hh:mm am/pm', '05/09/26 06:00 PM'],
  [0.5 + 5 / 1440, 'TIME', 'h:mm:ss', '12:05:00'],
  [46_270.999_999_99, 'DATE', 'yyyy-mm-dd', '2026-09-06'],
  [60, 'DATE', 'yyyy-mm-dd', '1900-02-28'],
];
for (const [value, type, pattern, text] of shown) {
  test(`${value} ${type} ${pattern} is shown as ${text}`, (t) => {
    const numberFormat = { type, ...(pattern && { pattern }) };
    t.is(display({ value, ...(type && { format: { numberFormat } }) }, localeOf('en_US')), text);
  });
}
