import type { Theme } from './theme.ts';

/** The default format and the theme are the same in every new spreadsheet. */
const white = { red: 1, green: 1, blue: 1 };

export const defaultFormat = {
  backgroundColor: white,
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: {
    foregroundColor: {},
    fontFamily: 'arial,sans,sans-serif',
    fontSize: 10,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
    foregroundColorStyle: { rgbColor: {} },
  },
  backgroundColorStyle: { rgbColor: white },
};

const themeColor = (colorType: string, [red, green, blue]: readonly [number, number, number]) => ({
  colorType,
  color: { rgbColor: { ...(red && { red }), ...(green && { green }), ...(blue && { blue }) } },
});

export const defaultTheme: Theme = {
  primaryFontFamily: 'Arial',
  themeColors: [
    themeColor('TEXT', [0, 0, 0]),
    themeColor('BACKGROUND', [1, 1, 1]),
    themeColor('ACCENT1', [0.258_823_54, 0.521_568_66, 0.956_862_75]),
    themeColor('ACCENT2', [0.917_647_06, 0.262_745_1, 0.207_843_14]),
    themeColor('ACCENT3', [0.984_313_7, 0.737_254_9, 0.015_686_275]),
    themeColor('ACCENT4', [0.203_921_57, 0.658_823_55, 0.325_490_2]),
    themeColor('ACCENT5', [1, 0.427_450_98, 0.003_921_569]),
    themeColor('ACCENT6', [0.274_509_8, 0.741_176_5, 0.776_470_6]),
    themeColor('LINK', [0.066_666_67, 0.333_333_34, 0.8]),
  ],
};
