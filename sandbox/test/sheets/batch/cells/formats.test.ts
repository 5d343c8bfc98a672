import test from 'ava';
import type { Workbook } from '../../workbook.ts';
import { messageOf, workbookFor } from '../../workbook.ts';

const range = { endRowIndex: 1, endColumnIndex: 1 };

const format = ({ batch }: Workbook, userEnteredFormat: object, fields: string) =>
  batch({ repeatCell: { range, cell: { userEnteredFormat }, fields } });

/** A1 with the given fields. */
async function cellOf({ send }: Workbook, fields: string): Promise<unknown> {
  const { body } = await send('GET', `?ranges=A1&fields=sheets.data.rowData.values(${fields})`);
  // As the mask asks.
  return (body as { sheets: [{ data: [{ rowData?: [{ values?: [unknown] }] }] }] }).sheets[0].data[0].rowData?.[0]
    .values?.[0];
}

test('a colour comes back by both of its names, as a number of 32 bits, without the parts that are 0', async (t) => {
  const workbook = await workbookFor(t);
  await format(workbook, { backgroundColor: { red: 1, green: 0, blue: 0.498_039_215_686_274_5 } }, 'userEnteredFormat');
  const color = { red: 1, blue: 0.498_039_22 };
  t.deepEqual(await cellOf(workbook, 'userEnteredFormat'), {
    userEnteredFormat: { backgroundColor: color, backgroundColorStyle: { rgbColor: color } },
  });
});

test('of a colour and a style the style counts, and a colour of the theme is told as a colour too', async (t) => {
  const workbook = await workbookFor(t);
  const given = { backgroundColor: { red: 1 }, backgroundColorStyle: { themeColor: 'ACCENT5' } };
  await format(workbook, given, 'userEnteredFormat.backgroundColor');
  t.deepEqual(await cellOf(workbook, 'userEnteredFormat'), {
    userEnteredFormat: {
      backgroundColor: { red: 1, green: 0.427_450_98, blue: 0.003_921_569 },
      backgroundColorStyle: { themeColor: 'ACCENT5' },
    },
  });
});

test('a mask reaches into a format: what it names is set or taken away, the rest stays', async (t) => {
  const workbook = await workbookFor(t);
  const textFormat = { bold: true, italic: false, fontSize: 12 };
  await format(
    workbook,
    { textFormat, horizontalAlignment: 'CENTER' },
    'userEnteredFormat(textFormat,horizontalAlignment)',
  );
  await format(
    workbook,
    { textFormat: { strikethrough: true } },
    'user_entered_format/text_format(bold,strikethrough)',
  );
  t.deepEqual(await cellOf(workbook, 'userEnteredFormat'), {
    userEnteredFormat: {
      textFormat: { italic: false, fontSize: 12, strikethrough: true },
      horizontalAlignment: 'CENTER',
    },
  });
  await format(workbook, {}, 'userEnteredFormat');
  t.is(await cellOf(workbook, 'userEnteredFormat'), undefined);
});

test('the effective format is the default one with the cell’s own over it, and an empty cell has none', async (t) => {
  const workbook = await workbookFor(t);
  await workbook.fill('A1', [[1]]);
  await format(workbook, { textFormat: { bold: true }, numberFormat: { type: 'PERCENT' } }, 'userEnteredFormat');
  t.like(await cellOf(workbook, 'effectiveFormat'), {
    effectiveFormat: {
      numberFormat: { type: 'PERCENT' },
      backgroundColor: { red: 1, green: 1, blue: 1 },
      padding: { top: 2, right: 3, bottom: 2, left: 3 },
      horizontalAlignment: 'RIGHT',
      textFormat: { bold: true, italic: false, fontFamily: 'Arial', foregroundColor: {} },
      hyperlinkDisplayType: 'PLAIN_TEXT',
    },
  });
  await workbook.batch({ repeatCell: { range, cell: {}, fields: '*' } });
  t.deepEqual(await cellOf(workbook, 'effectiveFormat'), undefined);
});

test('an unknown part of a format and an unknown field of it in a mask are refused', async (t) => {
  const workbook = await workbookFor(t);
  t.is(
    messageOf(await format(workbook, { textFormat: { colour: 'red' } }, 'userEnteredFormat')),
    `Invalid JSON payload received. Unknown name "colour" at 'requests[0].repeat_cell.cell.user_entered_format.text_format': Cannot find field.`,
  );
  t.is(
    messageOf(await format(workbook, {}, 'userEnteredFormat.textFormat.colour')),
    'Invalid requests[0].repeatCell: Invalid field: userEnteredFormat.textFormat.colour',
  );
});

test('a link makes a text underlined and leads somewhere; another value ends the looks of its parts', async (t) => {
  const workbook = await workbookFor(t);
  const runs = [{ format: { link: { uri: 'https://a.example.test' } } }];
  const cell = { userEnteredValue: { stringValue: 'here' }, textFormatRuns: runs };
  await workbook.batch({ updateCells: { range, rows: [{ values: [cell] }], fields: '*' } });
  t.like(await cellOf(workbook, 'hyperlink,textFormatRuns'), {
    hyperlink: 'https://a.example.test',
    textFormatRuns: [{ format: { underline: true, foregroundColorStyle: { themeColor: 'LINK' } } }],
  });
  await workbook.fill('A1', [['there']]);
  t.deepEqual(await cellOf(workbook, 'hyperlink,textFormatRuns,formattedValue'), { formattedValue: 'there' });
});

const withPattern = (pattern: string) => ({ numberFormat: { type: 'NUMBER', pattern } });

test('a pattern longer than anybody writes is refused', async (t) => {
  const workbook = await workbookFor(t);
  t.is((await format(workbook, withPattern('['.repeat(1_000)), 'userEnteredFormat')).status, 200);
  t.is((await format(workbook, withPattern('['.repeat(1_001)), 'userEnteredFormat')).status, 400);
});
