import { blockRange } from './a1.js';

const headers = { authorization: 'Bearer desk', 'content-type': 'application/json' };

/** Everything that the grid shows, in one reading: the quota counts calls, not cells. */
const shownFields =
  'sheets(properties(sheetId,title,hidden,gridProperties(rowCount)),' +
  'data(rowData(values(formattedValue,userEnteredValue(formulaValue)))))';

/** The workbook by the public Sheets API, as any client would use it, and the emulator's word that it has changed. */
export function sheetsAt(base, spreadsheetId) {
  const root = `${base}/v4/spreadsheets/${spreadsheetId}`;
  const batch = (...requests) => call(`${root}:batchUpdate`, { method: 'POST', body: { requests } });
  return {
    /** The revision at once, or as soon as it is no longer `after`. Not a call of the API: it costs no quota. */
    async revision(after) {
      const query = after === undefined ? '' : `?after=${after}&wait=25`;
      return (await call(`${base}/control/spreadsheets/${spreadsheetId}${query}`)).revision;
    },
    /** [{sheetId, title, rowCount, rows, formulas}]: rows of displayed texts, and "row:column" → formula. */
    async read() {
      const { sheets } = await call(`${root}?includeGridData=true&fields=${encodeURIComponent(shownFields)}`);
      return sheets.filter(({ properties }) => !properties.hidden).map(sheetOf);
    },
    /** As if typed: "15,5" and "=4/2" mean what they mean in Sheets. `row` counts from 1, `column` from 0. */
    write: (title, place, block) => {
      const range = blockRange(title, place, block);
      const address = `${root}/values/${encodeURIComponent(range)}?valueInputOption=USER_ENTERED`;
      return call(address, { method: 'PUT', body: { range, values: block } });
    },
    insertRow: (sheetId, row) =>
      batch({ insertDimension: { range: rowRange(sheetId, row), inheritFromBefore: row > 1 } }),
    deleteRow: (sheetId, row) => batch({ deleteDimension: { range: rowRange(sheetId, row) } }),
    /** `to` is the number that the row has afterwards. */
    moveRow: (sheetId, row, to) =>
      batch({
        moveDimension: { source: { ...rowRange(sheetId, row) }, destinationIndex: to > row ? to : to - 1 },
      }),
    /** All rows below the header. */
    sort: (sheetId, column, sortOrder) =>
      batch({
        sortRange: {
          range: { sheetId, startRowIndex: 1 },
          sortSpecs: [{ dimensionIndex: column, sortOrder }],
        },
      }),
    addSheet: () => batch({ addSheet: {} }),
  };
}

const rowRange = (sheetId, row) => ({ sheetId, dimension: 'ROWS', startIndex: row - 1, endIndex: row });

function sheetOf({ properties: { sheetId, title, gridProperties }, data }) {
  const lines = data?.[0]?.rowData ?? [];
  const rows = lines.map(({ values = [] }) => values.map((cell) => cell.formattedValue ?? ''));
  const formulas = new Map();
  lines.forEach(({ values = [] }, index) =>
    values.forEach(({ userEnteredValue }, column) => {
      if (userEnteredValue?.formulaValue) formulas.set(`${index + 1}:${column}`, userEnteredValue.formulaValue);
    }),
  );
  return { sheetId, title, rowCount: gridProperties?.rowCount ?? rows.length, rows, formulas };
}

async function call(address, { method = 'GET', body } = {}) {
  const response = await fetch(address, { method, headers, body: body && JSON.stringify(body) }).catch((cause) => {
    throw new Error('The Sheets emulator does not answer; the desk tries again', { cause });
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(inWords(response.status, answer.error?.message));
  return answer;
}

/** What the API refuses, for somebody who does not know its numbers. */
function inWords(status, message = 'no reason given') {
  if (status === 429) return `Too many calls in this minute; the desk tries again (429: ${message})`;
  if (status >= 500) return `Sheets could not do it just now (${status}: ${message})`;
  return `Sheets refuses this: ${message}`;
}
