import test from 'ava';
import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import { messageOf, workbookFor } from './workbook.ts';
import type { Workbook } from './workbook.ts';

const queue = ({ sendTo }: Workbook, fault: object, more: object = {}) =>
  sendTo('POST', '/control/faults', { fault, ...more });
const write = ({ send }: Workbook, value: string) =>
  send('PUT', '/values/A1?valueInputOption=RAW', { values: [[value]] });

test('a failure before the effect leaves the workbook as it was', async (t) => {
  const workbook = await workbookFor(t);
  await queue(workbook, { status: 500 });
  const answer = await write(workbook, 'x');
  t.is(answer.status, 500);
  t.like(answer.body, { error: { code: 500, status: 'INTERNAL', message: 'Internal error encountered.' } });
  t.deepEqual(await workbook.values('A1'), []);
});

test('a failure after the effect has had its effect', async (t) => {
  const workbook = await workbookFor(t);
  await queue(workbook, { status: 503, when: 'after' });
  t.is((await write(workbook, 'x')).status, 503);
  t.deepEqual(await workbook.values('A1'), [['x']]);
});

test('a connection is dropped before the effect or after it', async (t) => {
  const workbook = await workbookFor(t);
  await queue(workbook, { drop: 'before' });
  await queue(workbook, { drop: 'after' });
  await t.throwsAsync(write(workbook, 'one'), { instanceOf: TypeError });
  t.deepEqual(workbook.emulator.store.get(workbook.spreadsheetId).sheets[0]?.grid.rows, []);
  await t.throwsAsync(write(workbook, 'two'), { instanceOf: TypeError });
  t.deepEqual(await workbook.values('A1'), [['two']]);
  t.deepEqual(
    workbook.emulator.log.stats().calls.map((call) => call.status),
    ['dropped', 'dropped', 200],
  );
});

test('a 429 has the body of the quota and no Retry-After', async (t) => {
  const workbook = await workbookFor(t);
  await queue(workbook, { status: 429 });
  const { status, headers, body } = await workbook.send('GET', '/values/A1');
  t.is(status, 429);
  t.is(headers.get('retry-after'), null);
  t.like(body, { error: { status: 'RESOURCE_EXHAUSTED', details: [{ reason: 'RATE_LIMIT_EXCEEDED' }] } });
});

test('a fault meets the calls that match, as often as it is told to', async (t) => {
  const workbook = await workbookFor(t);
  await queue(workbook, { status: 503 }, { match: { method: 'read', path: 'values:batchGet' }, times: 2 });
  const read = () => workbook.send('GET', '/values:batchGet?ranges=A1');
  t.is((await write(workbook, 'x')).status, 200);
  t.is((await workbook.send('GET', '/values/A1')).status, 200);
  t.deepEqual([(await read()).status, (await read()).status, (await read()).status], [503, 503, 200]);
});

test('a delayed call is served when the time has passed', async (t) => {
  const clock = fakeClock();
  const workbook = await workbookFor(t, { clock });
  await queue(workbook, { delayMs: 5000 }, { match: { method: 'write' } });
  const answer = write(workbook, 'x');
  await clock.sleeping();
  t.deepEqual(await workbook.values('A1'), []);
  await clock.advance(5000);
  t.is((await answer).status, 200);
  t.deepEqual(await workbook.values('A1'), [['x']]);
});

test('a call may be slow and then lose its answer', async (t) => {
  const clock = fakeClock();
  const workbook = await workbookFor(t, { clock });
  await queue(workbook, { drop: 'after', delayMs: 5000 }, { match: { method: 'write' } });
  const answer = t.throwsAsync(write(workbook, 'x'));
  await clock.sleeping();
  t.deepEqual(await workbook.values('A1'), []);
  await clock.advance(5000);
  await answer;
  t.deepEqual(await workbook.values('A1'), [['x']]);
});

test('rows are inserted, deleted and sorted by somebody else between two calls (S6)', async (t) => {
  const workbook = await workbookFor(t);
  await workbook.fill('A1', [['Id'], ['c'], ['b'], ['a']]);
  const hook = [
    { insertRow: { sheet: 'Sheet1', row: 2, values: ['d', '50%'] } },
    { deleteRow: { sheet: 'Sheet1', row: 3 } },
    { sortBy: { sheet: 'Sheet1', column: 1 } },
    { setValues: { range: 'Sheet1!B1', values: [['Share']] } },
    { batchUpdate: [{ addSheet: { properties: { title: 'Extra' } } }] },
  ];
  await queue(workbook, { hook }, { match: { method: 'write', path: ':batchUpdate' } });
  t.deepEqual(await workbook.values('Sheet1'), [['Id'], ['c'], ['b'], ['a']]);
  await workbook.batch({
    updateCells: {
      start: { rowIndex: 1, columnIndex: 2 },
      rows: [{ values: [{ userEnteredValue: { stringValue: '!' } }] }],
      fields: '*',
    },
  });
  t.deepEqual(await workbook.values('Sheet1'), [['Id', 'Share'], ['a', '', '!'], ['b'], ['d', '50%']]);
  t.is(workbook.emulator.log.stats().byName['spreadsheets.batchUpdate'], 1, 'edits by somebody else are no calls');
});

test('a hook after a read shows in the next read only', async (t) => {
  const workbook = await workbookFor(t);
  await queue(workbook, { hook: [{ setValues: { range: 'A1', values: [['late']] } }], when: 'after' });
  t.deepEqual(await workbook.values('A1'), []);
  t.deepEqual(await workbook.values('A1'), [['late']]);
});

test('a hook that cannot be applied is answered with a 500 that says so', async (t) => {
  const workbook = await workbookFor(t);
  await queue(workbook, { hook: [{ deleteRow: { sheet: 'Nope', row: 1 } }] });
  const answer = await workbook.send('GET', '/values/A1');
  t.is(answer.status, 500);
  t.regex(messageOf(answer) ?? '', /hook .* could not be applied: .*There is no sheet called Nope/);
});
