import test from 'ava';
import { messageOf, workbookFor } from './workbook.ts';

type Revision = { revision: number };

test('calls are counted by name and by user until the counts are reset', async (t) => {
  const { emulator, send, sendTo } = await workbookFor(t);
  await send('GET', '/values/A1');
  await send('GET', '/values/Nope!A1', undefined, 'guest');
  await send('PUT', '/values/A1?valueInputOption=RAW', { values: [['x']] });
  await sendTo('GET', '/drive/v3/files');
  const { body } = await sendTo('GET', '/control/stats');
  t.like(body, {
    reads: 2,
    writes: 1,
    byName: { 'spreadsheets.values.get': 2, 'spreadsheets.values.update': 1, 'drive.files.list': 1 },
    byUser: { owner: { reads: 1, writes: 1 }, guest: { reads: 1, writes: 0 } },
  });
  t.deepEqual(
    emulator.log.stats().calls.map(({ kind, status }) => [kind, status]),
    [
      ['read', 200],
      ['read', 400],
      ['write', 200],
      ['drive', 200],
    ],
  );
  await sendTo('POST', '/control/reset-stats');
  t.like((await sendTo('GET', '/control/stats')).body, { reads: 0, writes: 0, byUser: {}, calls: [] });
});

test('a test can wait for a call instead of a time', async (t) => {
  const { emulator, send } = await workbookFor(t);
  const written = emulator.log.next({ method: 'write' });
  await send('GET', '/values/A1');
  await send('POST', '/values/A1:clear');
  t.like(await written, { name: 'spreadsheets.values.clear', status: 200, user: 'owner' });
});

test('queued faults are listed and forgotten', async (t) => {
  const { send, sendTo } = await workbookFor(t);
  await sendTo('POST', '/control/faults', { fault: { status: 503 } });
  t.deepEqual((await sendTo('GET', '/control/faults')).body, {
    faults: [{ match: {}, times: 1, fault: { status: 503, when: 'before' } }],
  });
  await sendTo('DELETE', '/control/faults');
  t.is((await send('GET', '/values/A1')).status, 200);
});

test('a fault for one user leaves the calls of others alone', async (t) => {
  const { send, sendTo } = await workbookFor(t);
  await sendTo('POST', '/control/faults', { match: { user: 'guest' }, fault: { status: 503 } });
  t.is((await send('GET', '/values/A1')).status, 200);
  t.is((await send('GET', '/values/A1', undefined, 'guest')).status, 503);
});

test('a change of a workbook is heard by whoever waits for its next revision', async (t) => {
  const { spreadsheetId, send, sendTo } = await workbookFor(t);
  const address = `/control/spreadsheets/${spreadsheetId}`;
  const revisionOf = async (query = '') => ((await sendTo('GET', `${address}${query}`)).body as Revision).revision;
  const before = await revisionOf();
  const news = revisionOf(`?after=${before}&wait=60`);
  await send('PUT', '/values/A1?valueInputOption=RAW', { values: [['x']] });
  t.true((await news) > before);
  t.is(await revisionOf(`?after=${before}&wait=60`), await revisionOf(), 'old news is told at once');
});

test('the revision of no workbook is a 404, and a wait that is no number is refused', async (t) => {
  const { spreadsheetId, sendTo } = await workbookFor(t);
  t.is((await sendTo('GET', '/control/spreadsheets/nope')).status, 404);
  t.is((await sendTo('GET', `/control/spreadsheets/${spreadsheetId}?wait=long`)).status, 400);
});

for (const body of [
  {},
  { fault: { status: 418 } },
  { fault: { drop: 'now' } },
  { fault: { status: 503 }, extra: 1 },
  { fault: { hook: [] } },
]) {
  test(`the fault ${JSON.stringify(body)} is refused with what to send`, async (t) => {
    const { sendTo } = await workbookFor(t);
    const answer = await sendTo('POST', '/control/faults', body);
    t.is(answer.status, 400);
    t.regex(messageOf(answer) ?? '', /POST \/control\/faults takes/);
  });
}

test('an unknown control address and an unknown setting are refused', async (t) => {
  const { sendTo } = await workbookFor(t);
  t.regex(messageOf(await sendTo('POST', '/control/explode')) ?? '', /Addresses: GET \/control\/stats/);
  t.is((await sendTo('POST', '/control/quota', { readsPerMinute: 5 })).status, 400);
});

test('the lag of Drive is told and changed', async (t) => {
  const { sendTo } = await workbookFor(t, { driveLagMs: 5 });
  t.deepEqual((await sendTo('GET', '/control/drive')).body, { lagMs: 5, enforceSharing: false, channels: [] });
  t.is((await sendTo('POST', '/control/drive', { lagMs: 180_000 })).status, 200);
  t.like((await sendTo('GET', '/control/drive')).body, { lagMs: 180_000 });
  t.regex(
    messageOf(await sendTo('POST', '/control/drive', { lagMs: -1 })) ?? '',
    /takes \{lagMs\?, enforceSharing\?\}/,
  );
});

test('queued faults of push messages are listed and forgotten; others are refused with what to send', async (t) => {
  const { sendTo } = await workbookFor(t);
  await sendTo('POST', '/control/push-faults', { fault: 'lose', times: 2 });
  t.deepEqual((await sendTo('GET', '/control/push-faults')).body, { faults: [{ times: 2, fault: 'lose' }] });
  await sendTo('DELETE', '/control/push-faults');
  t.deepEqual((await sendTo('GET', '/control/push-faults')).body, { faults: [] });
  t.regex(messageOf(await sendTo('POST', '/control/push-faults', { fault: 'bend' })) ?? '', /push-faults takes/);
});

test('an unknown setting of a workbook is refused with what to send, an unknown workbook with the 404', async (t) => {
  const { sendTo, spreadsheetId } = await workbookFor(t);
  const path = `/control/spreadsheets/${spreadsheetId}`;
  t.regex(messageOf(await sendTo('POST', path, { sort: true })) ?? '', /takes \{sortLeavesMetadata\}/);
  t.is((await sendTo('POST', '/control/spreadsheets/gone', { sortLeavesMetadata: true })).status, 404);
});
