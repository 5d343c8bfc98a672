import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import type { ExecutionContext } from 'ava';
import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import { startSheets } from '../../sheets/emulator.ts';
import { workbookFor } from './workbook.ts';

async function folderFor(t: ExecutionContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'opsheet-sheets-'));
  t.teardown(() => rm(folder, { recursive: true }));
  return folder;
}

test('a second start has the workbooks of the first: values, gaps, formats, hidden rows, ids', async (t) => {
  const dataFile = join(await folderFor(t), 'workbooks.json');
  const first = await workbookFor(t, { dataFile });
  await first.fill('A1', [['a', null, 'c'], [], [true, 1.5]]);
  await first.send('PUT', '/values/A5?valueInputOption=USER_ENTERED', { values: [['2026-09-05', '=1+1']] });
  await first.batch({
    updateDimensionProperties: {
      range: { dimension: 'ROWS', startIndex: 2, endIndex: 3 },
      properties: { hiddenByUser: true },
      fields: 'hiddenByUser',
    },
  });
  const before = first.emulator.store.get(first.spreadsheetId);
  await first.emulator.close();
  const second = await startSheets({ port: 0, dataFile });
  t.teardown(() => second.close());
  t.deepEqual(second.store.all(), [before]);
});

test('the file is written a moment after a change, as a whole, and leaves nothing beside it', async (t) => {
  const folder = await folderFor(t);
  const dataFile = join(folder, 'workbooks.json');
  const clock = fakeClock();
  const { emulator, fill, spreadsheetId } = await workbookFor(t, { dataFile, clock });
  await fill('A1', [['x']]);
  await clock.sleeping();
  t.deepEqual(await readdir(folder), ['workbooks.json.lock']);
  await emulator.close();
  t.deepEqual(await readdir(folder), ['workbooks.json']);
  t.like(JSON.parse(await readFile(dataFile, 'utf8')), { version: 1, spreadsheets: [{ spreadsheetId }] });
});

test('a file belongs to one emulator at a time', async (t) => {
  const dataFile = join(await folderFor(t), 'workbooks.json');
  const { emulator } = await workbookFor(t, { dataFile });
  await t.throwsAsync(startSheets({ port: 0, dataFile }), {
    name: 'RunningError',
    message: /workbooks\.json runs already/,
  });
  await emulator.close();
  await (await startSheets({ port: 0, dataFile })).close();
});

test('a start whose port is taken leaves the file to others', async (t) => {
  const dataFile = join(await folderFor(t), 'workbooks.json');
  const { emulator } = await workbookFor(t);
  const port = Number(new URL(emulator.url).port);
  await t.throwsAsync(startSheets({ port, dataFile }), { code: 'EADDRINUSE' });
  await (await startSheets({ port: 0, dataFile })).close();
});

test('a file that is not ours is refused and left alone', async (t) => {
  const dataFile = join(await folderFor(t), 'workbooks.json');
  for (const text of ['{"version": 2}', 'not JSON', '']) {
    await writeFile(dataFile, text);
    await t.throwsAsync(startSheets({ port: 0, dataFile }), {
      message: /holds no workbooks that this emulator can read .*move it away/s,
    });
    t.is(await readFile(dataFile, 'utf8'), text);
  }
});
