import type { Cell, CellFormat, NumberFormat, Scalar } from '../grid/cell.ts';
import { withoutValue } from '../grid/cell.ts';
import { Refusal } from '../errors.ts';
import { keptFormula } from '../formula/syntax/written.ts';
import { localeOf } from '../locale/locale.ts';
import type { Locale } from '../locale/locale.ts';
import type { Edit } from '../spreadsheet/edit.ts';
import { typedNumber } from './typed-number.ts';
import type { Typing } from './typed-number.ts';

const maxCharacters = 50_000;

/** How values are taken: as they are, or as if a person had typed them into the workbook. */
export type InputMode = { option: 'RAW' } | ({ option: 'USER_ENTERED' } & Typing);

/** Values are taken as typed, today, in the locale of the workbook. */
export const asTyped = ({ book, now }: Edit): InputMode => ({
  option: 'USER_ENTERED',
  year: now.getUTCFullYear(),
  locale: localeOf(book.locale),
});

/** The cell after a value has been put in it. Only texts are read as typed; `""` empties the cell; its format stays. */
export function enter(cell: Cell | undefined, value: Scalar, mode: InputMode): Cell | undefined {
  if (value === '') return withoutValue(cell);
  if (typeof value === 'string' && value.length > maxCharacters) {
    throw new Refusal(`Your input contains more than the maximum of ${maxCharacters} characters in a single cell.`);
  }
  if (typeof value !== 'string' || mode.option === 'RAW' || cell?.format?.numberFormat?.type === 'TEXT') {
    return { ...withoutValue(cell), value };
  }
  return typed(cell, value, mode);
}

function typed(cell: Cell | undefined, text: string, typing: Typing): Cell | undefined {
  if (text.startsWith("'")) return { ...withoutValue(cell), value: text.slice(1) };
  if (text.startsWith('=') && text.length > 1) return enterFormula(cell, text, typing.locale);
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return { ...withoutValue(cell), value: trimmed.toLowerCase() === 'true' };
  const number = typedNumber(trimmed, typing);
  if (!number) return { ...withoutValue(cell), value: text };
  const format = number.numberFormat ? withNumberFormat(cell?.format, number.numberFormat) : cell?.format;
  return { ...withoutValue(cell), value: number.value, ...(format && { format }) };
}

/** A formula as the locale writes it. It shows nothing until the workbook is calculated, which each edit ends with. */
export const enterFormula = (cell: Cell | undefined, formula: string, locale: Locale): Cell => ({
  ...withoutValue(cell),
  ...kept(formula, locale),
  value: '',
});

function kept(text: string, locale: Locale): Pick<Cell, 'formula' | 'unreadable'> {
  const formula = keptFormula(text, locale);
  return formula === undefined ? { formula: text, unreadable: true } : { formula };
}

const withNumberFormat = (format: CellFormat | undefined, numberFormat: NumberFormat): CellFormat => ({
  ...format,
  numberFormat,
});
