import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { forgetData, openDataFolder } from '../data-folder.ts';
import { openFileBytes } from '../telegram/media/file/bytes.ts';

test('a data folder that cannot be had says what to do', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'opsheet-data-'));
  t.teardown(() => rm(folder, { recursive: true }));
  // A file in its place, because root may write into every folder.
  await writeFile(join(folder, 'data'), '');
  await t.throwsAsync(openDataFolder(join(folder, 'data')), { name: 'ConfigError', message: /--data DIR/ });
});

test('what is forgotten leaves nothing of the chats, not even their files', async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'opsheet-data-'));
  t.teardown(() => rm(root, { recursive: true }));
  const folder = await openDataFolder(root);
  await writeFile(folder.telegram, '{}');
  await openFileBytes(folder.telegram).put(Buffer.from('a receipt'));
  await forgetData(folder);
  t.deepEqual(await readdir(root), []);
});
