import test from 'ava';
import { columnIndex, columnName, formatCells, parseCells, quoteTitle, splitRange } from '../../../sheets/grid/a1.ts';

const parsed: Record<string, ReturnType<typeof parseCells>> = {
  B2: { top: 1, left: 1, bottom: 2, right: 2 },
  'B2:C4': { top: 1, left: 1, bottom: 4, right: 3 },
  'D4:A1': { top: 0, left: 0, bottom: 4, right: 4 },
  'A:B': { top: 0, left: 0, bottom: Infinity, right: 2 },
  '2:3': { top: 1, left: 0, bottom: 3, right: Infinity },
  'B2:C': { top: 1, left: 1, bottom: Infinity, right: 3 },
  'A2:2': { top: 1, left: 0, bottom: 2, right: Infinity },
  $B$2: { top: 1, left: 1, bottom: 2, right: 2 },
  AAAA1: undefined,
  A0: undefined,
  A: undefined,
  '5': undefined,
  'A1:B2:C3': undefined,
  '': undefined,
  'Sheet 1': undefined,
};
for (const [text, area] of Object.entries(parsed)) {
  test(`'${text}' ${area ? 'names cells' : 'names no cells'}`, (t) => {
    t.deepEqual(parseCells(text), area);
  });
}

test('column names and indexes agree, up to ZZZ', (t) => {
  for (const index of [0, 25, 26, 51, 52, 701, 702, 18_277]) t.is(columnIndex(columnName(index)), index);
  t.is(columnName(18_277), 'ZZZ');
  t.is(columnIndex('AAAA'), undefined);
});

test('one cell is written without a colon', (t) => {
  t.is(formatCells({ top: 0, left: 0, bottom: 1, right: 1 }), 'A1');
  t.is(formatCells({ top: 0, left: 25, bottom: 2, right: 27 }), 'Z1:AA2');
});

test('a title is quoted unless it is one word that is no cell', (t) => {
  t.is(quoteTitle('Sheet1'), 'Sheet1');
  t.is(quoteTitle('D3'), "'D3'");
  t.is(quoteTitle('🌵 test'), "'🌵 test'");
  t.is(quoteTitle('export-records'), "'export-records'");
  t.is(quoteTitle("Ann's"), "'Ann''s'");
  // Seen by a third party in 2026.
  for (const bare of ['Sheet_1', 'TRUE', 'x.y', 'Sales2']) t.is(quoteTitle(bare), bare);
  for (const quoted of ['ABC1234', 'R1C1', '2026', 'Ünï']) t.is(quoteTitle(quoted), `'${quoted}'`);
});

test('a range is taken apart at its title', (t) => {
  t.deepEqual(splitRange("'x/y'!A1"), { title: 'x/y', quoted: true, cells: 'A1' });
  t.deepEqual(splitRange("'Ann''s!'!A1:B"), { title: "Ann's!", quoted: true, cells: 'A1:B' });
  t.deepEqual(splitRange('🌵 test 1!A:A'), { title: '🌵 test 1', cells: 'A:A' });
  t.deepEqual(splitRange("'Sheet1'"), { title: 'Sheet1', quoted: true });
  t.deepEqual(splitRange('Sheet1'), { cells: 'Sheet1' });
  t.is(splitRange("'Sheet1"), undefined);
  t.is(splitRange('!A1'), undefined);
});
