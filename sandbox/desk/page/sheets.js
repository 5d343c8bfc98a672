/** The workbook by the public Sheets API, as any client would use it. */
const headers = { authorization: 'Bearer desk', 'content-type': 'application/json' };

export function sheetsAt(base, spreadsheetId) {
  const root = `${base}/v4/spreadsheets/${spreadsheetId}`;
  return {
    /** [{sheetId, title}] in their order. */
    async tabs() {
      const { sheets } = await call(`${root}?fields=sheets.properties(sheetId,title,index)`);
      return sheets.map(({ properties }) => properties);
    },
    /** Title → rows of texts, as they are displayed. One call, whatever the number of tabs. */
    async read(titles) {
      const ranges = titles.map((title) => `ranges=${encodeURIComponent(quoted(title))}`).join('&');
      const { valueRanges } = await call(`${root}/values:batchGet?${ranges}&valueRenderOption=FORMATTED_VALUE`);
      return new Map(titles.map((title, index) => [title, valueRanges[index].values ?? []]));
    },
    /** As if typed: "15,5" and "=4/2" mean what they mean in Sheets. `row` counts from 1, `column` from 0. */
    write(title, { row, column }, text) {
      const range = `${quoted(title)}!${letters(column)}${row}`;
      const address = `${root}/values/${encodeURIComponent(range)}?valueInputOption=USER_ENTERED`;
      return call(address, 'PUT', { range, values: [[text]] });
    },
    addRow: (sheetId) =>
      call(`${root}:batchUpdate`, 'POST', {
        requests: [{ appendDimension: { sheetId, dimension: 'ROWS', length: 1 } }],
      }),
    deleteRow: (sheetId, row) =>
      call(`${root}:batchUpdate`, 'POST', {
        requests: [{ deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: row - 1, endIndex: row } } }],
      }),
  };
}

/** 0 → A, 26 → AA. */
export function letters(column) {
  const before = Math.floor(column / 26);
  const last = String.fromCharCode(65 + (column % 26));
  return before === 0 ? last : letters(before - 1) + last;
}

const quoted = (title) => `'${title.replaceAll("'", "''")}'`;

async function call(address, method = 'GET', body = undefined) {
  const response = await fetch(address, { method, headers, body: body && JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error?.message ?? `status ${response.status}`);
  return answer;
}
