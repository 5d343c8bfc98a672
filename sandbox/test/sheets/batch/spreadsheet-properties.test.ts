import test from 'ava';
import type { Workbook } from '../workbook.ts';
import { workbookFor } from '../workbook.ts';

const update = ({ batch }: Workbook, properties: object, fields: string) =>
  batch({ updateSpreadsheetProperties: { properties, fields } });

async function propertiesOf({ send }: Workbook): Promise<Record<string, unknown>> {
  const { body } = await send('GET', '?fields=properties');
  return (body as { properties: Record<string, unknown> }).properties; // as the mask asks
}

test('settings for iteration are set field by field and go when the mask names them alone', async (t) => {
  const workbook = await workbookFor(t);
  const mask = 'iterativeCalculationSettings';
  await update(workbook, { [mask]: { maxIterations: 50, convergenceThreshold: 0.05 } }, mask);
  await update(workbook, { [mask]: { maxIterations: 9 } }, 'iterative_calculation_settings.max_iterations');
  t.deepEqual((await propertiesOf(workbook))[mask], { maxIterations: 9, convergenceThreshold: 0.05 });
  await update(workbook, {}, mask);
  t.false(mask in (await propertiesOf(workbook)));
});

test('a theme is taken as a whole, and colours of the theme follow it', async (t) => {
  const workbook = await workbookFor(t);
  const { spreadsheetTheme } = await propertiesOf(workbook);
  const { themeColors } = spreadsheetTheme as { themeColors: { colorType: string }[] }; // the default theme
  const red = { rgbColor: { red: 1 } };
  const changed = themeColors.map((pair) => (pair.colorType === 'ACCENT1' ? { ...pair, color: red } : pair));
  const tabColorStyle = { themeColor: 'ACCENT1' };
  await workbook.batch({ updateSheetProperties: { properties: { tabColorStyle }, fields: 'tabColorStyle' } });
  t.is(
    (await update(workbook, { spreadsheetTheme: { themeColors: changed.slice(1) } }, 'spreadsheetTheme')).status,
    400,
  );
  await update(workbook, { spreadsheetTheme: { themeColors: changed } }, 'spreadsheetTheme');
  t.deepEqual((await workbook.send('GET', '?fields=sheets.properties(tabColor,tabColorStyle)')).body, {
    sheets: [{ properties: { tabColor: { red: 1 }, tabColorStyle } }],
  });
});

test('a recalculation interval that Sheets does not have is refused', async (t) => {
  t.is((await update(await workbookFor(t), { autoRecalc: 'DAILY' }, 'autoRecalc')).status, 400);
});
