import test from 'ava';
import { workbookFor } from '../workbook.ts';

const typed = 'valueInputOption=USER_ENTERED&includeValuesInResponse=true';
const raw = 'responseValueRenderOption=UNFORMATTED_VALUE';

test('an append gives back what its cells hold now, as the call asks', async (t) => {
  const { send } = await workbookFor(t);
  const append = async (options: string) => {
    const { body } = await send('POST', `/values/A1:append?${typed}&${options}`, {
      values: [['2026-09-05', '=1+1', '']],
    });
    return (body as { updates: { updatedData: { values: unknown } } }).updates.updatedData.values; // as asked for
  };
  t.deepEqual(await append(''), [['2026-09-05', '2']]);
  t.deepEqual(await append(raw), [[46_270, 2]]);
  t.deepEqual(await append(`${raw}&responseDateTimeRenderOption=FORMATTED_STRING`), [['2026-09-05', 2]]);
  t.deepEqual(await append('responseValueRenderOption=FORMULA'), [[46_270, '=1+1']]);
});

test('each write of a batch gives back its own range, in its own direction', async (t) => {
  const { send } = await workbookFor(t);
  const { body } = await send('POST', '/values:batchUpdate', {
    valueInputOption: 'RAW',
    includeValuesInResponse: true,
    data: [
      { range: 'A1:B2', majorDimension: 'COLUMNS', values: [['a', 'b'], ['c']] },
      { range: 'D1', values: [[null, 'x', null]] },
    ],
  });
  t.like(body, {
    responses: [
      { updatedData: { range: 'Sheet1!A1:B2', majorDimension: 'COLUMNS', values: [['a', 'b'], ['c']] } },
      { updatedData: { range: 'Sheet1!D1:E1', majorDimension: 'ROWS', values: [['', 'x']] } },
    ],
  });
});

test('written cells that are empty now have no values in the answer', async (t) => {
  const { send, spreadsheetId } = await workbookFor(t);
  const { body } = await send('PUT', `/values/A1?${typed}`, { values: [['']] });
  t.deepEqual(body, {
    spreadsheetId,
    updatedRange: 'Sheet1!A1',
    updatedRows: 1,
    updatedColumns: 1,
    updatedCells: 1,
    updatedData: { range: 'Sheet1!A1', majorDimension: 'ROWS' },
  });
});
