import test from 'ava';
import { folderType, newFile, spreadsheetType } from '../../../../sheets/drive/file.ts';
import { fileOrder } from '../../../../sheets/drive/search/order.ts';

const made = (name: string, day: string, mimeType: typeof folderType | typeof spreadsheetType = spreadsheetType) =>
  newFile({ id: name, mimeType, name, owner: 'ann', createdTime: `2026-01-${day}T00:00:00.000Z` });
const files = [made('10', '03'), made('9', '01'), made('a', '02', folderType)];

const orders: [orderBy: string, names: string[]][] = [
  ['createdTime', ['9', 'a', '10']],
  ['modifiedTime desc', ['10', 'a', '9']],
  ['name', ['10', '9', 'a']],
  ['name_natural', ['9', '10', 'a']],
  ['folder,name_natural desc', ['a', '10', '9']],
];

for (const [orderBy, names] of orders) {
  test(`the order “${orderBy}” is ${names.join(', ')}`, (t) => {
    t.deepEqual(
      files.toSorted(fileOrder(orderBy)).map(({ name }) => name),
      names,
    );
  });
}

test('an order by an unknown key, or in an unknown direction, is none', (t) => {
  t.deepEqual([fileOrder('size'), fileOrder('name up'), fileOrder('name,')], [undefined, undefined, undefined]);
});
