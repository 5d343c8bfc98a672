import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { openDataFolder } from '../data-folder.ts';

test('a data folder that cannot be had says what to do', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'opsheet-data-'));
  t.teardown(() => rm(folder, { recursive: true }));
  // A file in its place, because root may write into every folder.
  await writeFile(join(folder, 'data'), '');
  await t.throwsAsync(openDataFolder(join(folder, 'data')), { name: 'ConfigError', message: /--data DIR/ });
});
