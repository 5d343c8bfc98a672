import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { startSheets } from '../../sheets/emulator.ts';
import { describe } from '../../sheets/spreadsheet/describe/spreadsheet.ts';
import { randomRequest } from './fuzz/requests.ts';
import { seeded } from '../random.ts';
import { workbookFor } from './workbook.ts';

const seed = 20_261_122;
const requests = 10_000;

test(`${requests} random requests are done or refused, never by half, and a restart has all that they made`, async (t) => {
  const random = seeded(seed);
  const folder = await mkdtemp(join(tmpdir(), 'opsheet-fuzz-'));
  t.teardown(() => rm(folder, { recursive: true }));
  const dataFile = join(folder, 'workbooks.json');
  const { emulator, spreadsheetId, send, batch } = await workbookFor(t, { dataFile });
  await batch({
    updateSheetProperties: {
      properties: { gridProperties: { rowCount: 20, columnCount: 8 } },
      fields: 'gridProperties',
    },
  });
  const broken: unknown[] = [];
  const statuses: Record<number, number> = {};
  for (let count = 0; count < requests; count += 1) {
    const request = randomRequest(random, spreadsheetId);
    emulator.faults.clear();
    const before = emulator.store.get(spreadsheetId);
    const response = await fetch(emulator.url + request.path, {
      method: request.method,
      headers: { authorization: 'Bearer owner' },
      ...(request.body !== undefined && !['GET', 'HEAD'].includes(request.method) && { body: request.body }),
    });
    const text = await response.text();
    statuses[response.status] = (statuses[response.status] ?? 0) + 1;
    const isHalf = response.status >= 400 && emulator.store.get(spreadsheetId) !== before;
    if (isHalf || ![200, 204, 400, 403, 404].includes(response.status)) broken.push({ count, request, text });
  }
  t.log(`seed ${seed}: ${JSON.stringify(statuses)}`);
  t.deepEqual(broken.slice(0, 3), []);
  t.true((statuses[200] ?? 0) > requests / 10, 'too few requests have an effect for the run to mean anything');
  t.is((await send('GET', '')).status, 200);
  const seen = ({ store }: typeof emulator) =>
    store.all().map((book) => describe(book, { user: 'owner', gridData: true }));
  await emulator.close();
  const again = await startSheets({ port: 0, dataFile });
  t.teardown(() => again.close());
  t.deepEqual(seen(again), seen(emulator));
});
