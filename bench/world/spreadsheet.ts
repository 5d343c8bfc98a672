import { workbook } from '../../sandbox/seed/workbook.ts';

type Cell = string | number;

/** Calls that users other than the bench made since the last `reset`. */
export type SheetsCalls = { reads: number; writes: number };

/** The owner of the spreadsheet: he reads and types by the public API, under a name of his own. */
export type Spreadsheet = {
  readonly id: string;
  readonly type: (range: string, values: readonly (readonly Cell[])[]) => Promise<void>;
  readonly cell: (range: string) => Promise<Cell | null>;
  readonly resetCalls: () => Promise<void>;
  readonly calls: () => Promise<SheetsCalls>;
};

const owner = 'bench';

export function openSpreadsheet(sheetsUrl: string, id: string): Spreadsheet {
  const values = (range: string, option: string) =>
    `${sheetsUrl}/v4/spreadsheets/${id}/values/${encodeURIComponent(range)}?${option}`;
  return {
    id,
    async type(range, rows) {
      await call(values(range, 'valueInputOption=USER_ENTERED'), 'PUT', { values: rows });
    },
    async cell(range) {
      const answer = await call(values(range, 'valueRenderOption=UNFORMATTED_VALUE'));
      // The shape of a ValueRange.
      return (answer as { values?: Cell[][] }).values?.[0]?.[0] ?? null;
    },
    async resetCalls() {
      await call(`${sheetsUrl}/control/reset-stats`, 'POST');
    },
    async calls() {
      // The shape that the emulator's control address promises.
      const { byUser } = (await call(`${sheetsUrl}/control/stats`)) as { byUser: Record<string, SheetsCalls> };
      const others = Object.entries(byUser).filter(([user]) => user !== owner);
      return {
        reads: others.reduce((sum, [, { reads }]) => sum + reads, 0),
        writes: others.reduce((sum, [, { writes }]) => sum + writes, 0),
      };
    },
  };
}

/** The workbook of the sandbox with these rows as its employees; gives its id. */
export async function createWorkbook(sheetsUrl: string, employees: readonly (readonly Cell[])[]): Promise<string> {
  const tabs = workbook.tabs.map(({ title, rows }) => ({
    title,
    rows: title === 'EmployeeSettings' ? [...rows.slice(0, 1), ...employees] : rows,
  }));
  const sheets = tabs.map(({ title, rows }) => ({
    properties: { title, gridProperties: { rowCount: rows.length + 100, columnCount: 12 } },
  }));
  // The shape of a Spreadsheet.
  const created = (await call(`${sheetsUrl}/v4/spreadsheets`, 'POST', {
    properties: { title: 'Opsheet bench' },
    sheets,
  })) as { spreadsheetId: string };
  await call(`${sheetsUrl}/v4/spreadsheets/${created.spreadsheetId}/values:batchUpdate`, 'POST', {
    valueInputOption: 'RAW',
    data: tabs.map(({ title, rows }) => ({ range: `'${title}'!A1`, values: rows })),
  });
  return created.spreadsheetId;
}

async function call(url: string, method = 'GET', body?: unknown): Promise<unknown> {
  const headers = { authorization: `Bearer ${owner}`, 'content-type': 'application/json' };
  const response = await fetch(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
}
