import test from 'ava';
import { localeOf } from '../../../sheets/locale/locale.ts';
import { display, isDatePattern } from '../../../sheets/format/display.ts';

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

/** Locale, value, pattern, what is shown; the type is DATE_TIME where the pattern has dates or times. */
const patterns: [string, number | string, string, string][] = [
  ['en_US', 5, '0.00;[Red](0.00);"none";"text: "@', '5.00'],
  ['en_US', -5, '0.00;[Red](0.00);"none";"text: "@', '(5.00)'],
  ['en_US', 0, '0.00;[Red](0.00);"none";"text: "@', 'none'],
  ['en_US', 'x', '0.00;[Red](0.00);"none";"text: "@', 'text: x'],
  ['en_US', 'x', '0.00', 'x'],
  ['en_US', 50, '[<100]"few";[>=100]"many"', 'few'],
  ['en_US', 150, '[<100]"few";[>=100]"many"', 'many'],
  ['en_US', 1_234_567, '#,##0,', '1,235'],
  ['en_US', 1_234_567, '0.0,,"M"', '1.2M'],
  ['en_US', 0.5, '#.##', '.5'],
  ['en_US', 5, '?0.0?', ' 5.0 '],
  ['en_US', 6_281_234, '000-0000', '628-1234'],
  ['en_US', 1.005, '0.00', '1.01'],
  ['en_US', 5, '0\\x', '5x'],
  ['en_US', 0.5, `0.${'0'.repeat(120)}`, `0.5${'0'.repeat(119)}`],
  ['en_US', 1.7e308, `0${'%'.repeat(4)}`, `${BigInt(Number.MAX_VALUE)}%%%%`],
  ['en_US', 5, '_(0_)', ' 5 '],
  ['en_US', 1500, '[$Rp-421]#,##0', 'Rp1,500'],
  ['en_US', 0.000_12, '0.0E+0', '1.2E-4'],
  ['en_US', 12.5, 'General', '12.5'],
  ['id_ID', 1_234_567.5, '#,##0.00', '1.234.567,50'],
  ['ru_RU', 1234.5, '#,##0.0', '1\u00A0234,5'],
  ['de_DE', 1 / 3, '', '0,3333333333'],
  ['en_US', 1.5, '[h]:mm', '36:00'],
  ['en_US', 0.5 + 30 / 86_400, '[m] "min" ss "s"', '720 min 30 s'],
  ['en_US', 46_270.5 + 0.25 / 86_400, 'hh:mm:ss.00', '12:00:00.25'],
  ['en_US', 46_270.25, 'h:mm a/p', '6:00 A'],
  ['en_US', 46_270, 'dddd, d mmmm yyyy', 'Saturday, 5 September 2026'],
  ['id_ID', 46_270, 'dddd, d mmmm yyyy', 'Sabtu, 5 September 2026'],
  ['ru_RU', 46_270, 'd mmmm yyyy', '5 сентября 2026'],
  ['en_US', 1e18, 'yyyy', '1E+18'],
];
for (const [name, value, pattern, text] of patterns) {
  test(`${value} by ${pattern} is shown as ${text} in ${name}`, (t) => {
    const type = isDatePattern(pattern) ? 'DATE_TIME' : 'NUMBER';
    t.is(display({ value, format: { numberFormat: { type, pattern } } }, localeOf(name)), text);
  });
}
