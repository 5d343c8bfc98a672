import type { Cell, Scalar } from '../grid/cell.ts';
import { display, isDateFormat } from '../format/display.ts';
import type { Locale } from '../locale/locale.ts';

export type RenderOptions = {
  readonly valueRenderOption?: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
  readonly dateTimeRenderOption?: 'SERIAL_NUMBER' | 'FORMATTED_STRING';
};

/**
 * A cell in a list of values; undefined when it is empty. FORMULA gives dates as serial numbers whatever the date option
 * says, and FORMATTED_VALUE ignores that option too (both recorded).
 */
export function render(cell: Cell | undefined, options: RenderOptions, locale: Locale): Scalar | undefined {
  if (cell?.value === undefined) return undefined;
  if (options.valueRenderOption === 'FORMULA') return cell.formula ?? cell.value;
  if (options.valueRenderOption !== 'UNFORMATTED_VALUE') return display(cell, locale);
  const asText = options.dateTimeRenderOption === 'FORMATTED_STRING' && isDateFormat(cell.format?.numberFormat);
  return asText ? display(cell, locale) : cell.value;
}
