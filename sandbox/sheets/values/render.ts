import type { Cell, Scalar } from '../grid/cell.ts';
import { shownFormula } from '../formula/syntax/written.ts';
import { display, isDateFormat, numberFormatOf } from '../format/display.ts';
import type { Locale } from '../locale/locale.ts';

export type RenderOptions = {
  readonly valueRenderOption?: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
  readonly dateTimeRenderOption?: 'SERIAL_NUMBER' | 'FORMATTED_STRING';
};

/**
 * A cell in a list of values; undefined when it is empty. FORMULA gives dates as serial numbers whatever the date option
 * says, and FORMATTED_VALUE ignores that option too (both recorded). UNFORMATTED_VALUE tells an error's message with it.
 */
export function render(cell: Cell | undefined, options: RenderOptions, locale: Locale): Scalar | undefined {
  if (cell?.value === undefined) return undefined;
  if (options.valueRenderOption === 'FORMULA')
    return cell.formula === undefined ? cell.value : shownFormula(cell, locale);
  if (options.valueRenderOption !== 'UNFORMATTED_VALUE') return display(cell, locale);
  if (cell.error) return `${cell.value} (${cell.error.message})`;
  const asText = options.dateTimeRenderOption === 'FORMATTED_STRING' && isDateFormat(numberFormatOf(cell));
  return asText ? display(cell, locale) : cell.value;
}
