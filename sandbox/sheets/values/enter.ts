import type { Cell, CellFormat, NumberFormat, Scalar } from '../grid/cell.ts';
import { withoutValue } from '../grid/cell.ts';
import { Refusal } from '../errors.ts';
import { evaluate } from './formula.ts';
import { typedNumber } from './typed-number.ts';

const maxCharacters = 50_000;

/** How values are taken: as they are, or as if a person had typed them in the given year (which `1-2` needs). */
export type InputMode = { option: 'RAW' } | { option: 'USER_ENTERED'; year: number };

/** The cell after a value has been put in it. Only texts are read as typed; `""` empties the cell; its format stays. */
export function enter(cell: Cell | undefined, value: Scalar, mode: InputMode): Cell | undefined {
  if (value === '') return withoutValue(cell);
  if (typeof value === 'string' && value.length > maxCharacters) {
    throw new Refusal(`Your input contains more than the maximum of ${maxCharacters} characters in a single cell.`);
  }
  if (typeof value !== 'string' || mode.option === 'RAW' || cell?.format?.numberFormat?.type === 'TEXT') {
    return { ...withoutValue(cell), value };
  }
  return typed(cell, value, mode.year);
}

function typed(cell: Cell | undefined, text: string, year: number): Cell | undefined {
  if (text.startsWith("'")) return { ...withoutValue(cell), value: text.slice(1) };
  if (text.startsWith('=') && text.length > 1) return enterFormula(cell, text);
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return { ...withoutValue(cell), value: trimmed.toLowerCase() === 'true' };
  const number = typedNumber(trimmed, year);
  if (!number) return { ...withoutValue(cell), value: text };
  const format = number.numberFormat ? withNumberFormat(cell?.format, number.numberFormat) : cell?.format;
  return { ...withoutValue(cell), value: number.value, ...(format && { format }) };
}

export const enterFormula = (cell: Cell | undefined, formula: string): Cell => ({
  ...withoutValue(cell),
  formula,
  value: evaluate(formula),
});

const withNumberFormat = (format: CellFormat | undefined, numberFormat: NumberFormat): CellFormat => ({
  ...format,
  numberFormat,
});
