import test from 'ava';
import { messageOf, workbookFor } from '../../workbook.ts';

test('a new workbook has the sizes, merges and looks that its sheets ask for', async (t) => {
  const { sendTo } = await workbookFor(t);
  const bold = { userEnteredFormat: { textFormat: { bold: true } } };
  const sheet = {
    properties: { title: 'Pay', tabColorStyle: { rgbColor: { red: 1 } } },
    data: [{ rowData: [{ values: [bold] }], columnMetadata: [{ pixelSize: 150 }, { hiddenByUser: true }] }],
    merges: [{ startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 }],
  };
  const { body } = await sendTo('POST', '/v4/spreadsheets', { sheets: [sheet] });
  t.like(body, { sheets: [{ properties: { tabColor: { red: 1 } }, merges: sheet.merges }] });
  const { spreadsheetId } = body as { spreadsheetId: string }; // as every Spreadsheet has
  const mask = 'sheets.data(columnMetadata,rowData.values.userEnteredFormat)';
  t.deepEqual((await sendTo('GET', `/v4/spreadsheets/${spreadsheetId}?ranges=A1:B1&fields=${mask}`)).body, {
    sheets: [
      {
        data: [
          {
            rowData: [{ values: [bold] }],
            columnMetadata: [{ pixelSize: 150 }, { hiddenByUser: true, pixelSize: 100 }],
          },
        ],
      },
    ],
  });
});

test('what only a later request can add is refused by name', async (t) => {
  const { sendTo } = await workbookFor(t);
  const answer = await sendTo('POST', '/v4/spreadsheets', { sheets: [{ tables: [{ name: 'T' }] }] });
  t.is(answer.status, 400);
  t.regex(messageOf(answer) ?? '', /does not take tables/);
});
