import test from 'ava';
import { employeeSettings } from '@opsheet/shared/reference/tables/employee-settings';
import { ranks } from '@opsheet/shared/reference/tables/ranks';
import type { TabReading } from '../../src/merge/model.ts';
import { readTab } from '../../src/merge/read-tab.ts';

const header = ['EmployeeId', 'Hourly wage', 'Sales commission', 'Sync'];

function sheetOf(reading: TabReading) {
  if (!reading.ok) throw new Error(reading.quarantine);
  return reading.sheet;
}

const quarantineOf = (reading: TabReading) => (reading.ok ? null : reading.quarantine);

test('a row is read by its columns into canonical values, with its position and note', (t) => {
  const sheet = sheetOf(readTab(employeeSettings, [header, [700100001, 15, '8.5', 'old note']]));
  t.deepEqual(
    [...sheet.rows.values()],
    [
      {
        key: '700100001',
        position: 2,
        cells: {
          employeeId: { ok: true, value: '700100001' },
          hourlyWage: { ok: true, value: '15.00' },
          salesCommission: { ok: true, value: '8.50' },
        },
        note: 'old note',
      },
    ],
  );
  t.deepEqual(sheet.layout, { columns: { employeeId: 0, hourlyWage: 1, salesCommission: 2 }, note: 3, width: 4 });
});

test('columns are found by their headers, in any order and beside columns that nobody mapped', (t) => {
  const cells = [
    ['', ' Sales commission ', 'Remark', 'EmployeeId', 'Hourly wage', 'Remark'],
    ['', 8, 'tall', '1', 15],
  ];
  const { layout, rows } = sheetOf(readTab(employeeSettings, cells));
  t.deepEqual(layout, { columns: { employeeId: 3, hourlyWage: 4, salesCommission: 1 }, note: null, width: 6 });
  t.deepEqual(rows.get('1')?.cells['salesCommission'], { ok: true, value: '8.00' });
  t.is(rows.get('1')?.note, '');
});

test('S4 a tab without cells, without a header, or with other headers is quarantined with words that say what to do', (t) => {
  const answers: [readonly (readonly unknown[])[] | undefined, string][] = [
    [undefined, 'EmployeeSettings: the tab is empty, even its header row; restore it from the version history'],
    [[], 'EmployeeSettings: the tab is empty, even its header row; restore it from the version history'],
    [
      [[], header],
      'EmployeeSettings: the first row has no headers; it must read "EmployeeId", "Hourly wage", "Sales commission"',
    ],
    [
      [['EmployeeId', 'Wage', 'Sales commission', 'Sync', '']],
      'EmployeeSettings: the column "Hourly wage" cannot be found; found instead: "Wage"; give it its old name again',
    ],
    [
      [['employeeid', 'Sales commission']],
      'EmployeeSettings: the columns "EmployeeId", "Hourly wage" cannot be found; found instead: "employeeid"; give it its old name again',
    ],
    [[['EmployeeId', 'Hourly wage']], 'EmployeeSettings: the column "Sales commission" cannot be found; put it back'],
    [[[...header, 'Hourly wage']], 'EmployeeSettings: there is more than one column "Hourly wage"; keep one'],
    [[[...header, 'Sync']], 'EmployeeSettings: there is more than one column "Sync"; keep one'],
  ];
  for (const [cells, quarantine] of answers) t.is(quarantineOf(readTab(employeeSettings, cells)), quarantine);
});

test('S4 an optional column that is gone is quarantined too, or all its cells would seem to be emptied', (t) => {
  const titles = ranks.columns.map((column) => column.header).filter((title) => title !== 'Emoji');
  t.is(quarantineOf(readTab(ranks, [titles])), 'Ranks: the column "Emoji" cannot be found; put it back');
});

test('a header alone is a complete read of no rows', (t) => {
  t.is(sheetOf(readTab(employeeSettings, [header])).rows.size, 0);
});

test('blank rows are no rows, whatever stands beside the table', (t) => {
  const cells = [[...header, 'Remark'], [], ['', ' ', null], ['', '', '', 'old note', 'call her'], [1, 15, 8]];
  const { rows, strays, emptied } = sheetOf(readTab(employeeSettings, cells));
  t.deepEqual([[...rows.values()].map(({ position }) => position), strays], [[5], []]);
  t.deepEqual(emptied, [{ position: 4, key: null, note: 'old note' }]);
});

test('a cell that the API cut off at the end of a row is an empty one', (t) => {
  const { rows } = sheetOf(readTab(employeeSettings, [header, [1, 15]]));
  t.deepEqual(rows.get('1')?.cells['salesCommission'], { ok: false, reason: 'Sales commission is empty' });
});

test('S7 a bad cell says which column and why, and the row stays readable', (t) => {
  const { rows } = sheetOf(readTab(employeeSettings, [header, [1, 'abc', 800]]));
  t.deepEqual(rows.get('1')?.cells, {
    employeeId: { ok: true, value: '1' },
    hourlyWage: { ok: false, reason: 'Hourly wage: "abc" is not a number' },
    salesCommission: { ok: false, reason: 'Sales commission: 800 is over 100' },
  });
});

test('a row without a usable key is a stray', (t) => {
  const { rows, strays } = sheetOf(readTab(employeeSettings, [header, ['', 15, 8, 'x'], ['abc', 15, 8]]));
  t.is(rows.size, 0);
  t.deepEqual(strays, [
    { position: 2, key: null, reason: 'EmployeeId is empty', note: 'x' },
    { position: 3, key: null, reason: 'EmployeeId: "abc" is not a Telegram id (a whole number)', note: '' },
  ]);
});

test('all rows of a doubled key are strays, in the order of the sheet, and other rows are not', (t) => {
  const cells = [header, [1, 15, 8], [2, 15, 8], ['', 1], ['01 ', 16, 8], [3, 1, 1], [1, 15, 8]];
  const { rows, strays } = sheetOf(readTab(employeeSettings, cells));
  t.deepEqual([...rows.keys()], ['2', '3']);
  t.deepEqual(
    strays.map(({ position, key, reason }) => [position, key, reason]),
    [
      [2, '1', 'EmployeeId 1 stands in rows 2, 5 and 7; keep one'],
      [4, null, 'EmployeeId is empty'],
      [5, '1', 'EmployeeId 1 stands in rows 2, 5 and 7; keep one'],
      [7, '1', 'EmployeeId 1 stands in rows 2, 5 and 7; keep one'],
    ],
  );
});
