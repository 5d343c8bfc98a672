import type { Cell, NumberFormat, Scalar } from '../grid/cell.ts';
import { formatDate } from './date-pattern.ts';
import { formatNumber, formatPlain } from './number-pattern.ts';

const defaultPatterns: Readonly<Record<string, string>> = {
  DATE: 'm/d/yyyy',
  TIME: 'h:mm:ss AM/PM',
  DATE_TIME: 'm/d/yyyy h:mm:ss',
  PERCENT: '0.00%',
  CURRENCY: '"$"#,##0.00',
  SCIENTIFIC: '0.00E+00',
};

const patternOf = ({ type, pattern }: NumberFormat) =>
  pattern === undefined || pattern === '' ? defaultPatterns[type] : pattern;

export const isDateFormat = (format: NumberFormat | undefined) =>
  format?.type === 'DATE' || format?.type === 'TIME' || format?.type === 'DATE_TIME';

/** What a person sees in the cell, in the locale en_US; undefined in an empty cell. */
export function display({ value, format }: Cell): string | undefined {
  return value === undefined ? undefined : displayValue(value, format?.numberFormat);
}

function displayValue(value: Scalar, format: NumberFormat | undefined): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  const pattern = format && patternOf(format);
  if (!pattern || format.type === 'TEXT') return formatPlain(value);
  return isDateFormat(format) ? formatDate(value, pattern) : formatNumber(value, pattern);
}
