import { Refusal } from '../errors.ts';
import { defaultTheme } from '../spreadsheet/look/default-format.ts';
import type { Spreadsheet } from '../spreadsheet/spreadsheet.ts';
import type { Theme } from '../spreadsheet/look/theme.ts';
import { asksFor, readUpdateMask } from '../wire/field-mask.ts';
import type { FieldMask } from '../wire/field-mask.ts';
import { masked } from '../wire/masked.ts';
import { message } from '../wire/message.ts';
import { text } from '../wire/reader.ts';
import { SpreadsheetProperties } from '../wire/spreadsheet-properties.ts';
import { kind } from './kind.ts';

/** A field that the mask names and the properties have not goes back to its default. */
export const updateSpreadsheetProperties = kind(
  message('UpdateSpreadsheetPropertiesRequest', { properties: SpreadsheetProperties, fields: text }),
  ({ book }, { properties = {}, fields }) => {
    const mask = readUpdateMask(fields, SpreadsheetProperties.fields ?? {});
    if (asksFor(mask, 'title')) book.title = properties.title ?? '';
    if (asksFor(mask, 'locale')) book.locale = properties.locale ?? 'en_US';
    if (asksFor(mask, 'timeZone')) book.timeZone = knownTimeZone(properties.timeZone ?? 'Etc/GMT');
    if (asksFor(mask, 'autoRecalc')) book.autoRecalc = properties.autoRecalc ?? 'ON_CHANGE';
    if (asksFor(mask, 'iterativeCalculationSettings')) setIteration(book, properties, mask);
    if (asksFor(mask, 'spreadsheetTheme')) book.theme = themeFrom(properties);
  },
);

function knownTimeZone(timeZone: string): string {
  if (Intl.supportedValuesOf('timeZone').includes(timeZone) || /^(Etc\/)?(GMT|UTC)/.test(timeZone)) return timeZone;
  throw new Refusal(`Unsupported time zone: ${timeZone}`);
}

function setIteration(book: Spreadsheet, properties: SpreadsheetProperties, mask: FieldMask): void {
  const { iterativeCalculation: old } = book;
  const settings = masked(old, properties.iterativeCalculationSettings, mask['iterativeCalculationSettings'] ?? {});
  if (settings) book.iterativeCalculation = settings;
  else delete book.iterativeCalculation;
}

/** A theme is given as a whole: all nine colours, in any order (discovery text). */
function themeFrom({ spreadsheetTheme }: SpreadsheetProperties): Theme {
  if (!spreadsheetTheme) return defaultTheme;
  const { primaryFontFamily = defaultTheme.primaryFontFamily, themeColors = [] } = spreadsheetTheme;
  const colors = defaultTheme.themeColors.map(({ colorType }) => {
    const rgbColor = themeColors.find((pair) => pair.colorType === colorType)?.color?.rgbColor;
    if (!rgbColor) throw new Refusal(`A theme must have a color for each type, and ${colorType} is missing.`);
    return { colorType, color: { rgbColor } };
  });
  return { primaryFontFamily, themeColors: colors };
}
