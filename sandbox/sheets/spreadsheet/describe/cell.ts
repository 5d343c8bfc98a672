import type { Cell, Scalar } from '../../grid/cell.ts';
import { display } from '../../format/display.ts';
import { shownFormula } from '../../formula/syntax/written.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Locale } from '../../locale/locale.ts';
import type { Looks } from '../../overlay/looks.ts';
import { withPlainColors } from '../../wire/color.ts';
import type { ThemeColors } from '../../wire/color.ts';
import { effectiveFormats } from '../look/effective-format.ts';
import { hyperlinkOf } from '../look/hyperlink.ts';
import type { Spreadsheet } from '../spreadsheet.ts';
import { themeColors } from '../look/theme.ts';

/** What the cells of one answer are shown with. */
export type CellView = {
  readonly locale: Locale;
  readonly theme: ThemeColors;
  readonly effectiveFormat: (cell: Cell, looks?: Looks) => object;
};

export function cellView(book: Spreadsheet): CellView {
  const theme = themeColors(book);
  return { locale: localeOf(book.locale), theme, effectiveFormat: effectiveFormats(theme) };
}

/** CellData. `looks` is what the sheet adds to the cell's own look. */
export function describeCell(cell: Cell, { locale, theme, effectiveFormat }: CellView, looks?: Looks) {
  const { value, formula, error, format, note, validation, runs } = cell;
  const hyperlink = hyperlinkOf(cell);
  return {
    ...(value !== undefined && {
      userEnteredValue: formula === undefined ? extendedValue(value) : { formulaValue: shownFormula(cell, locale) },
    }),
    ...(value !== undefined && { effectiveValue: error ? { errorValue: error } : extendedValue(value) }),
    ...(value !== undefined && { formattedValue: display(cell, locale) }),
    ...(format && { userEnteredFormat: withPlainColors(format, theme) }),
    ...((value !== undefined || format) && { effectiveFormat: effectiveFormat(cell, looks) }),
    ...(hyperlink !== undefined && { hyperlink }),
    ...(note && { note }),
    ...(runs && { textFormatRuns: withPlainColors(runs, theme) }),
    ...(validation && { dataValidation: validation }),
  };
}

function extendedValue(value: Scalar) {
  if (typeof value === 'number') return { numberValue: value };
  return typeof value === 'boolean' ? { boolValue: value } : { stringValue: value };
}
