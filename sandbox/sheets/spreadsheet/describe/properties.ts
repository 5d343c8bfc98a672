import { defaultFormat } from '../look/default-format.ts';
import type { Spreadsheet } from '../spreadsheet.ts';

/** SpreadsheetProperties. */
export const describeProperties = ({
  title,
  locale,
  autoRecalc,
  timeZone,
  theme,
  iterativeCalculation,
}: Spreadsheet) => ({
  title,
  locale,
  autoRecalc,
  timeZone,
  defaultFormat,
  ...(iterativeCalculation && { iterativeCalculationSettings: iterativeCalculation }),
  spreadsheetTheme: theme,
});
