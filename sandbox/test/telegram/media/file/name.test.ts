import test from 'ava';
import { cleanFileName } from '../../../../telegram/media/file/name.ts';

for (const [name, expected] of [
  ['report.csv', 'report.csv'],
  ['Отчёт за май.xlsx', 'Отчёт за май.xlsx'],
  ['../../etc/passwd', 'passwd'],
  ['a<b>:c"d?.txt', 'a b  c d.txt'],
  ['...hidden', 'hidden'],
  ['.env', 'env'],
  [' .. ', 'file'],
  ['', 'file'],
  [`${'n'.repeat(70)}.${'e'.repeat(20)}`, `${'n'.repeat(64)}.${'e'.repeat(16)}`],
] as const) {
  test(`"${name}" is kept as "${expected}"`, (t) => t.is(cleanFileName(name), expected));
}
