import { ColorStyle } from './color.ts';
import { message } from './message.ts';
import { bool, double, int32, list, oneOf, opaque, text } from './reader.ts';
import type { Read } from './reader.ts';

const ThemeColorPair = message('ThemeColorPair', { colorType: text, color: ColorStyle });

export const SpreadsheetProperties = message('SpreadsheetProperties', {
  title: text,
  locale: text,
  timeZone: text,
  autoRecalc: oneOf('RecalculationInterval', ['ON_CHANGE', 'MINUTE', 'HOUR']),
  iterativeCalculationSettings: message('IterativeCalculationSettings', {
    maxIterations: int32,
    convergenceThreshold: double,
  }),
  spreadsheetTheme: message('SpreadsheetTheme', { primaryFontFamily: text, themeColors: list(ThemeColorPair) }),
  importFunctionsExternalUrlAccessAllowed: bool,
  defaultFormat: opaque,
});
export type SpreadsheetProperties = Read<typeof SpreadsheetProperties>;
