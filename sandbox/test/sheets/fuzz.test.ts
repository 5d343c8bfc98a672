import test from 'ava';
import { randomRequest } from './fuzz/requests.ts';
import { seeded } from '../random.ts';
import { workbookFor } from './workbook.ts';

const seed = 20_261_122;
const requests = 10_000;

test(`${requests} random requests are answered or refused, and never break the emulator`, async (t) => {
  const random = seeded(seed);
  const { emulator, spreadsheetId, send, batch } = await workbookFor(t);
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
    const response = await fetch(emulator.url + request.path, {
      method: request.method,
      headers: { authorization: 'Bearer owner' },
      ...(request.body !== undefined && !['GET', 'HEAD'].includes(request.method) && { body: request.body }),
    });
    const text = await response.text();
    statuses[response.status] = (statuses[response.status] ?? 0) + 1;
    if (![200, 204, 400, 403, 404].includes(response.status)) broken.push({ count, request, text });
  }
  t.log(`seed ${seed}: ${JSON.stringify(statuses)}`);
  t.deepEqual(broken.slice(0, 3), []);
  t.true((statuses[200] ?? 0) > requests / 10, 'too few requests have an effect for the run to mean anything');
  t.is((await send('GET', '')).status, 200);
});
