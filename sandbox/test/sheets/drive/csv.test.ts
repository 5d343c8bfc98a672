import test from 'ava';
import { formatSeparated, parseSeparated, separatedTypes } from '../../../sheets/drive/csv.ts';

const [csv, tsv] = [separatedTypes[0], separatedTypes[1]];

const texts: [text: string, rows: string[][]][] = [
  ['', []],
  ['a', [['a']]],
  ['a,b\nc', [['a', 'b'], ['c']]],
  ['a\r\nb\r\n', [['a'], ['b']]],
  ['a\n\nb', [['a'], [''], ['b']]],
  [',b', [['', 'b']]],
  ['"a,b","c\nd"', [['a,b', 'c\nd']]],
  ['"say ""hi"""', [['say "hi"']]],
  ['"a"x,b', [['a', 'b']]],
  ['\uFEFFa', [['a']]],
];

for (const [text, rows] of texts) {
  test(`${JSON.stringify(text)} is read as ${JSON.stringify(rows)}`, (t) => {
    t.deepEqual(csv && parseSeparated(text, csv), rows);
  });
}

test('values between tabs may hold commas and quotes', (t) => {
  t.deepEqual(tsv && parseSeparated('a,b\t"c\r\nd', tsv), [['a,b', '"c'], ['d']]);
});

test('rows that were written are read back, all as long as the longest', (t) => {
  const rows = [['a', 'b,"c"'], ['line\nbreak'], []];
  t.deepEqual(csv && parseSeparated(formatSeparated(rows, csv), csv), [
    ['a', 'b,"c"'],
    ['line\nbreak', ''],
    ['', ''],
  ]);
});
