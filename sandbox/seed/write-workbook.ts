import { z } from 'zod';
import { workbook } from './workbook.ts';

const Created = z.object({ spreadsheetId: z.string() });
const Listed = z.object({ files: z.array(z.object({ id: z.string() })) });

/** The user that seeds; the emulator takes any name as a bearer token. */
const headers = { authorization: 'Bearer seed', 'content-type': 'application/json' };

/** The id of the workbook at a Sheets emulator, made and filled when there is none yet. Speaks the public API only. */
export async function seedWorkbook(sheetsUrl: string): Promise<string> {
  const query = encodeURIComponent(`name = '${workbook.title}' and trashed = false`);
  const { files } = Listed.parse(await call(`${sheetsUrl}/drive/v3/files?q=${query}&fields=files(id)`));
  return files[0]?.id ?? (await createWorkbook(sheetsUrl));
}

/** It gets its name last: a workbook that bears it is whole, and an interrupted start begins another. */
async function createWorkbook(sheetsUrl: string): Promise<string> {
  const { title, tabs } = workbook;
  const { spreadsheetId } = Created.parse(
    await call(`${sheetsUrl}/v4/spreadsheets`, {
      properties: { title: `${title} (being made)` },
      sheets: tabs.map((tab) => ({ properties: { title: tab.title, gridProperties: { frozenRowCount: 1 } } })),
    }),
  );
  const address = `${sheetsUrl}/v4/spreadsheets/${spreadsheetId}`;
  await call(`${address}/values:batchUpdate`, {
    valueInputOption: 'RAW',
    data: tabs.map(({ title: tab, rows }) => ({ range: `'${tab}'!A1`, values: rows })),
  });
  await call(`${address}:batchUpdate`, {
    requests: [{ updateSpreadsheetProperties: { properties: { title }, fields: 'title' } }],
  });
  return spreadsheetId;
}

async function call(url: string, body?: unknown): Promise<unknown> {
  const response = await fetch(
    url,
    body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) },
  );
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
}
