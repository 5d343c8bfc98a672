import type { ThemeColors } from '../../wire/color.ts';
import type { Spreadsheet } from '../spreadsheet.ts';

/** A theme as SpreadsheetProperties have it: nine colours, each under its type. */
export type Theme = {
  readonly primaryFontFamily: string;
  readonly themeColors: readonly { readonly colorType: string; readonly color: { readonly rgbColor?: object } }[];
};

/** The colours of the workbook's theme by type. */
export const themeColors = ({ theme }: Spreadsheet): ThemeColors =>
  Object.fromEntries(theme.themeColors.map(({ colorType, color }) => [colorType, color.rgbColor]));
