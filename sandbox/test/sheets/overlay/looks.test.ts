import test from 'ava';
import type { Workbook } from '../workbook.ts';
import { workbookFor } from '../workbook.ts';

const range = { startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 2 };
const grey = (part: number) => ({ rgbColor: { red: part, green: part, blue: part } });
const green = { rgbColor: { green: 1 } };

/** The fill of every cell of A1:B4, as its part of red and how green differs from it. */
async function fills({ send }: Workbook): Promise<(number | 'green')[][]> {
  const { body } = await send('GET', '?ranges=A1:B4&fields=sheets.data.rowData.values.effectiveFormat.backgroundColor');
  type Cell = { effectiveFormat: { backgroundColor: { red?: number } } };
  const [sheet] = (body as { sheets: [{ data: [{ rowData: { values: Cell[] }[] }] }] }).sheets; // as the mask asks
  return sheet.data[0].rowData.map(({ values }) =>
    values.map(({ effectiveFormat }) => effectiveFormat.backgroundColor.red ?? 'green'),
  );
}

const rows = [
  [1, 2],
  [3, 4],
  [5, 6],
  [7, 8],
];

test('bands lie under the format of a cell, conditional formats over it', async (t) => {
  const workbook = await workbookFor(t);
  await workbook.fill('A1', rows);
  const above = { type: 'NUMBER_GREATER', values: [{ userEnteredValue: '7' }] };
  await workbook.batch(
    {
      addBanding: {
        bandedRange: {
          range,
          rowProperties: {
            headerColorStyle: grey(0.9),
            firstBandColorStyle: grey(0.25),
            secondBandColorStyle: grey(0.5),
          },
        },
      },
    },
    {
      repeatCell: {
        range: { ...range, startRowIndex: 2, startColumnIndex: 1 },
        cell: { userEnteredFormat: { backgroundColorStyle: grey(0.75) } },
        fields: 'userEnteredFormat',
      },
    },
    {
      addConditionalFormatRule: {
        rule: { ranges: [range], booleanRule: { condition: above, format: { backgroundColorStyle: green } } },
      },
    },
  );
  t.deepEqual(await fills(workbook), [
    [0.9, 0.9],
    [0.25, 0.25],
    [0.5, 0.75],
    [0.25, 'green'],
  ]);
});

test('headers come before first bands and these before second ones, by rows before by columns', async (t) => {
  const workbook = await workbookFor(t);
  await workbook.fill('A1', rows);
  const columnProperties = { firstBandColorStyle: grey(0.25), secondBandColorStyle: grey(0.5) };
  const rowProperties = { firstBandColorStyle: grey(0.75), secondBandColorStyle: grey(0.9) };
  await workbook.batch({ addBanding: { bandedRange: { range, rowProperties, columnProperties } } });
  t.deepEqual(await fills(workbook), [
    [0.75, 0.75],
    [0.25, 0.9],
    [0.75, 0.75],
    [0.25, 0.9],
  ]);
});
