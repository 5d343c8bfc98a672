import type { Endpoints } from '../../endpoints.ts';

export type CellInput = string | number;

/** The workbook as a person's program reaches it: through the public Sheets API. `tab` is a tab's title. */
export type Workbook = ReturnType<typeof openWorkbook>;

export function openWorkbook({ sheets, spreadsheetId }: Endpoints) {
  const root = `${sheets}/v4/spreadsheets/${spreadsheetId}`;

  async function call(path: string, method: 'GET' | 'POST' | 'PUT', body?: unknown): Promise<unknown> {
    const response = await fetch(`${root}${path}`, {
      method,
      headers: {
        authorization: 'Bearer person',
        'content-type': 'application/json',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  async function rows(tab: string): Promise<unknown[][]> {
    const answer = await call(values(`'${tab}'!A1:Z`, '?valueRenderOption=UNFORMATTED_VALUE'), 'GET');
    // The shape is that of values.get.
    return (answer as { values?: unknown[][] }).values ?? [];
  }

  /** The row's number as the sheet shows it; null when no row has this key. */
  async function rowOf(tab: string, key: string): Promise<number | null> {
    const found = (await rows(tab)).findIndex((row, place) => place > 0 && sameKey(row[0], key));
    return found < 0 ? null : found + 1;
  }

  async function sheetIdOf(tab: string): Promise<number> {
    const answer = await call('?fields=sheets.properties(sheetId,title)', 'GET');
    // The shape is that of spreadsheets.get with this mask.
    const { sheets: all } = answer as { sheets: { properties: { sheetId?: number; title: string } }[] };
    return all.find(({ properties }) => properties.title === tab)?.properties.sheetId ?? 0;
  }

  return {
    rows,
    /** False when no row has this key. */
    async type(tab: string, key: string, { column, input }: { column: string; input: CellInput }): Promise<boolean> {
      const row = await rowOf(tab, key);
      if (row === null) return false;
      await call(values(`'${tab}'!${column}${row}`, '?valueInputOption=USER_ENTERED'), 'PUT', { values: [[input]] });
      return true;
    },
    async append(tab: string, row: readonly CellInput[]): Promise<void> {
      await call(values(`'${tab}'!A1`, ':append?valueInputOption=USER_ENTERED'), 'POST', { values: [row] });
    },
    async remove(tab: string, key: string): Promise<boolean> {
      const row = await rowOf(tab, key);
      if (row === null) return false;
      const range = { sheetId: await sheetIdOf(tab), dimension: 'ROWS', startIndex: row - 1, endIndex: row };
      await call(':batchUpdate', 'POST', { requests: [{ deleteDimension: { range } }] });
      return true;
    },
    async sort(tab: string, { column, descending }: { column: number; descending: boolean }): Promise<void> {
      const sortSpecs = [{ dimensionIndex: column, sortOrder: descending ? 'DESCENDING' : 'ASCENDING' }];
      const range = { sheetId: await sheetIdOf(tab), startRowIndex: 1 };
      await call(':batchUpdate', 'POST', { requests: [{ sortRange: { range, sortSpecs } }] });
    },
  };
}

const sameKey = (cell: unknown, key: string): boolean =>
  typeof cell === 'number' ? cell === Number(key) : cell === key;

const values = (range: string, query: string) => `/values/${encodeURIComponent(range)}${query}`;
