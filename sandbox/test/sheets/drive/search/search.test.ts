import test from 'ava';
import { folderType, newFile, spreadsheetType } from '../../../../sheets/drive/file.ts';
import { fileTest } from '../../../../sheets/drive/search/search.ts';

const createdTime = '2026-01-02T00:00:00.000Z';
const owner = 'ann@example.test';
const book = (name: string) => newFile({ id: name, mimeType: spreadsheetType, name, owner, createdTime });
const files = [
  { ...book('Pay 2026'), trashed: true },
  book("Ann's Payroll"),
  { ...book('Wages'), createdTime: '2026-03-01T00:00:00.000Z', parents: ['f'] },
  newFile({ id: 'f', mimeType: folderType, name: 'Year', owner, createdTime }),
];

const found = (query: string) => {
  const matches = fileTest(query);
  return matches && files.filter((file) => matches(file, { user: owner })).map(({ name }) => name);
};

const searches: [query: string, names: string[]][] = [
  ['', ['Pay 2026', "Ann's Payroll", 'Wages', 'Year']],
  ["name = 'Wages'", ['Wages']],
  ["name = 'Ann\\'s Payroll'", ["Ann's Payroll"]],
  ['name="Wages"', ['Wages']],
  ["name contains 'pay'", ['Pay 2026', "Ann's Payroll"]],
  ["name contains 'roll'", []],
  ["name != 'Wages' and trashed = false", ["Ann's Payroll", 'Year']],
  [`mimeType='${folderType}'`, ['Year']],
  [`not mimeType = '${spreadsheetType}'`, ['Year']],
  ["'f' in parents", ['Wages']],
  ['parents in "f"', ['Wages']],
  ["'root' in parents and trashed=true", ['Pay 2026']],
  ["'me' in owners and name contains 'y'", ['Year']],
  ["createdTime > '2026-02-01T00:00:00'", ['Wages']],
  ["createdTime <= '2026-01-02T01:00:00+01:00'", ['Pay 2026', "Ann's Payroll", 'Year']],
  ["name = 'Year' or name = 'Wages' and trashed = true", []],
  ["name = 'Year' or (name = 'Wages' and trashed = true)", ['Year']],
  ["not (name = 'Year' or name contains 'pay')", ['Wages']],
];

for (const [query, names] of searches) {
  test(`the search “${query}” finds ${names.join(', ') || 'nothing'}`, (t) => {
    t.deepEqual(found(query), names);
  });
}

for (const query of [
  "fullText contains 'x'",
  "name ~ 'x'",
  "name = 'x' and",
  "(name = 'x'",
  "name = 'x' name = 'y'",
  "name > 'x'",
  "trashed = 'maybe'",
  "createdTime > 'yesterday'",
  "'f' in colours",
  "name = 'open",
  'not',
]) {
  test(`the search “${query}” is not understood`, (t) => {
    t.is(fileTest(query), undefined);
  });
}
