import type { Cell, NumberFormat, Scalar } from '../grid/cell.ts';
import type { Locale } from '../locale/locale.ts';
import { formatDate } from './date-pattern.ts';
import { formatGeneral } from './general.ts';
import { formatNumber } from './number-pattern.ts';
import { fillText, sectionsOf, textSection } from './sections.ts';

/** A format with a pattern of its own has that; the others have the locale's, or the same one everywhere. */
function patternOf({ type, pattern }: NumberFormat, { patterns }: Locale): string | undefined {
  if (pattern !== undefined && pattern !== '') return pattern;
  switch (type) {
    case 'DATE':
    case 'TIME':
    case 'DATE_TIME':
    case 'CURRENCY':
      return patterns[type];
    case 'PERCENT':
      return '0.00%';
    case 'SCIENTIFIC':
      return '0.00E+00';
    default:
      return undefined;
  }
}

export const isDateFormat = (format: NumberFormat | undefined) =>
  format?.type === 'DATE' || format?.type === 'TIME' || format?.type === 'DATE_TIME';

/** What a person sees in the cell; undefined in an empty cell. */
export function display(cell: Cell, locale: Locale): string | undefined {
  return cell.value === undefined ? undefined : displayValue(cell.value, numberFormatOf(cell), locale);
}

/** The cell's own, else that of a formula's result. */
export const numberFormatOf = ({ format, resultFormat }: Cell): NumberFormat | undefined =>
  format?.numberFormat ?? resultFormat;

/** A value as a format shows it. */
export function displayValue(value: Scalar, format: NumberFormat | undefined, locale: Locale): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const pattern = format && patternOf(format, locale);
  if (typeof value === 'string') return pattern === undefined ? value : displayText(value, pattern);
  if (pattern === undefined || format?.type === 'TEXT') return formatGeneral(value, locale);
  return isDateFormat(format) ? formatDate(value, pattern, locale) : formatNumber(value, pattern, locale);
}

function displayText(text: string, pattern: string): string {
  const section = textSection(sectionsOf(pattern));
  return section ? fillText(section, text) : text;
}

/** Does a pattern, whose type is not told, show dates or times? */
export const isDatePattern = (pattern: string): boolean =>
  sectionsOf(pattern).some(({ pieces }) =>
    pieces.some(({ text, literal }) => !literal && /[ymdhs]/i.test(text.replaceAll(/general/gi, ''))),
  );
