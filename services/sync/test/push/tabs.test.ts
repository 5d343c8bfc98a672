import test from 'ava';
import { atRest, world, type World } from '../world.ts';

const sheetIdOf = async (w: World) => (await w.means().workbook.tab('EmployeeSettings'))?.sheetId;
const raiseWage = (w: World) => w.edit('employee_settings', { key: '700100002', field: 'hourlyWage', input: '22' });

const rename = (sheetId: unknown, title: string) => ({
  updateSheetProperties: { properties: { sheetId, title }, fields: 'title' },
});

/** Makes the tab as wide as its three columns. */
async function narrow(w: World) {
  const tab = await w.means().workbook.tab('EmployeeSettings');
  const range = { sheetId: tab?.sheetId, dimension: 'COLUMNS', startIndex: 3, endIndex: tab?.columns };
  await w.batch([{ deleteDimension: { range } }]);
}

test('S6 a tab that was put aside under another name is not written to any more', async (t) => {
  const w = await world(t);
  await w.pass();
  const aside = await sheetIdOf(w);
  await w.batch([
    { duplicateSheet: { sourceSheetId: aside, newSheetId: 777, newSheetName: 'Copy' } },
    rename(aside, 'Last year'),
    rename(777, 'EmployeeSettings'),
  ]);
  await raiseWage(w);
  await atRest(w);
  t.deepEqual(await w.cells('EmployeeSettings!B2'), [[22]]);
});

test('a tab that was deleted and made again is written to after one failed pass', async (t) => {
  const w = await world(t);
  await w.pass();
  const rows = await w.cells('EmployeeSettings!A1:D8');
  await w.batch([
    { deleteSheet: { sheetId: await sheetIdOf(w) } },
    { addSheet: { properties: { title: 'EmployeeSettings', sheetId: 777 } } },
  ]);
  await w.type('EmployeeSettings!A1:D8', rows);
  await raiseWage(w);
  await t.throwsAsync(() => w.pass(), { message: /No grid with id/ });
  await atRest(w);
  t.deepEqual(await w.cells('EmployeeSettings!B2'), [[22]]);
});

test('a tab whose name is written in small letters is the same tab', async (t) => {
  const w = await world(t);
  const properties = { sheetId: await sheetIdOf(w), title: 'employeesettings' };
  await w.batch([{ updateSheetProperties: { properties, fields: 'title' } }]);
  w.restart();
  await w.pass();
  await raiseWage(w);
  await atRest(w);
  t.deepEqual(await w.cells('EmployeeSettings!B2'), [[22]]);
});

test('a tab without room for the Sync column is made wider once, and its notes are cleared when mended', async (t) => {
  const w = await world(t);
  await narrow(w);
  w.restart();
  await w.type('EmployeeSettings!B2', [['x']]);
  await w.pass();
  t.deepEqual(await w.cells('EmployeeSettings!D1:D2'), [['Sync'], ['Hourly wage: "x" is not a number']]);
  await w.type('EmployeeSettings!B2', [[16]]);
  await atRest(w);
  t.deepEqual(await w.cells('EmployeeSettings!D2'), []);
  w.means().workbook.forget();
  t.is((await w.means().workbook.tab('EmployeeSettings'))?.columns, 4);
});

test('a tab that has become narrower fails one pass, not every one', async (t) => {
  const w = await world(t);
  await w.pass();
  await narrow(w);
  await w.type('EmployeeSettings!B2', [['x']]);
  await t.throwsAsync(() => w.pass(), { message: /exceeds grid limits/ });
  await w.pass();
  t.deepEqual(await w.cells('EmployeeSettings!D2'), [['Hourly wage: "x" is not a number']]);
});

test('the Sync column begins where nobody has written anything, with or without a header', async (t) => {
  const w = await world(t);
  await w.type('EmployeeSettings!D1:D2', [[''], ['call on Monday']]);
  await w.type('EmployeeSettings!B2', [['x']]);
  await atRest(w);
  t.deepEqual(await w.cells('EmployeeSettings!D1:E2'), [
    ['', 'Sync'],
    ['call on Monday', 'Hourly wage: "x" is not a number'],
  ]);
});

test('S2 notes that cannot be written disturb no pass: a protected column, or no column left that is read', async (t) => {
  const w = await world(t);
  const range = { sheetId: await sheetIdOf(w), startColumnIndex: 3, endColumnIndex: 4 };
  await w.batch([{ addProtectedRange: { protectedRange: { range, editors: { users: ['owner'] } } } }]);
  await w.type('DynamicRates!D1:Z1', [Array.from({ length: 23 }, (_, index) => `remark ${index}`)]);
  await w.type('EmployeeSettings!B2', [['x']]);
  await w.type('DynamicRates!C2', [['y']]);
  const report = await atRest(w);
  t.deepEqual(
    report.tables.map(({ errors }) => errors),
    [1, 1, 0],
    'they still count as errors',
  );
});
