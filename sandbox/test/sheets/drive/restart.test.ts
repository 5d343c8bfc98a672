import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { startSheets } from '../../../sheets/emulator.ts';
import { driveFor, folderType } from '../calls/drive/client.ts';
import { receiverFor, statesOf } from './push/receiver.ts';

test('a second start has folders, shares, changes and open channels, and changes that were not yet noticed', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'opsheet-drive-'));
  t.teardown(() => rm(folder, { recursive: true }));
  const dataFile = join(folder, 'workbooks.json');
  const receiver = await receiverFor(t);
  const { api, emulator, make } = await driveFor(t, { dataFile, driveLagMs: 60_000 });
  const { data } = await api.files.create({ requestBody: { name: 'Year', mimeType: folderType } });
  const fileId = await make('Pay', { parents: [data.id ?? ''] });
  await api.permissions.create({ fileId, requestBody: { type: 'anyone', role: 'reader' } });
  await api.files.watch({ fileId, requestBody: { id: 'c', type: 'web_hook', address: receiver.address } });
  await receiver.until(1);
  await emulator.close();

  await using second = await startSheets({ port: 0, dataFile, quota: { enabled: false } });
  t.like(second.drive.find(fileId), {
    name: 'Pay',
    parents: [data.id],
    permissions: [{ role: 'owner' }, { id: 'anyoneWithLink' }],
  });
  t.is(second.drive.changes.page('1', 10)?.changes.length, 2);
  second.store.edit(fileId, 'owner@example.test', () => undefined);
  await receiver.until(2);
  t.deepEqual(statesOf(receiver), ['sync', 'update']);
});
