import type { Scalar } from '../../grid/cell.ts';
import type { Locale } from '../../locale/locale.ts';
import { typedNumber } from '../../values/typed-number.ts';
import { FormulaFailure } from './failure.ts';

/** One value of a formula. An empty cell is undefined; a cell whose own formula failed is its failure. */
export type Item = Scalar | undefined | FormulaFailure;

/** A rectangle of items. Rows from `filled` on are all empty, so that a whole column need not be walked to its end. */
export type Matrix = {
  readonly height: number;
  readonly width: number;
  readonly filled: number;
  readonly at: (row: number, column: number) => Item;
};

export type Value = Item | Matrix;

export const isMatrix = (value: Value): value is Matrix =>
  typeof value === 'object' && !(value instanceof FormulaFailure);

export const listMatrix = (rows: readonly (readonly Item[])[]): Matrix => ({
  height: rows.length,
  width: rows[0]?.length ?? 0,
  filled: rows.length,
  at: (row, column) => rows[row]?.[column],
});

/** The items row by row, without the empty rows at the end. */
export function* itemsOf({ filled, width, at }: Matrix): Generator<Item> {
  for (let row = 0; row < filled; row += 1) for (let column = 0; column < width; column += 1) yield at(row, column);
}

/** The item, unless it is a failure, which goes on as the failure of the formula that asks. */
export function sound(item: Item): Scalar | undefined {
  if (item instanceof FormulaFailure) throw item;
  return item;
}

/** Where a value is asked for, to be named when it is of a wrong type: `parameter 2` of `DIVIDE`. */
export type Asking = { readonly name: string; readonly parameter: number; readonly locale: Locale };

/** Empty counts as 0 and TRUE as 1; a text counts when it could be typed as a number. */
export function numberOf(item: Item, asking: Asking): number {
  const value = sound(item);
  if (value === undefined) return 0;
  if (typeof value !== 'string') return Number(value);
  // The year that a short date would need is not known here, so such a text is no number.
  const typed = typedNumber(value.trim(), { locale: asking.locale, year: Number.NaN });
  if (typed && !Number.isNaN(typed.value)) return typed.value;
  throw wrongType(asking, 'number', value);
}

export function booleanOf(item: Item, asking: Asking): boolean {
  const value = sound(item);
  if (typeof value !== 'string') return Boolean(value);
  if (/^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  if (value === '') return false;
  throw wrongType(asking, 'boolean', value);
}

function wrongType({ name, parameter }: Asking, wanted: 'number' | 'boolean', text: string): FormulaFailure {
  return new FormulaFailure(
    'VALUE',
    `Function ${name} parameter ${parameter} expects ${wanted} values. ` +
      `But '${text}' is a text and cannot be coerced to a ${wanted}.`,
  );
}

/** A number as a formula joins it to a text: all that a double surely holds, in the locale's marks. */
export function textOf(item: Item, { decimal }: Pick<Locale, 'decimal'>): string {
  const value = sound(item);
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  const shown = String(Number(value.toPrecision(15)))
    .replace(/e([+-])(\d)$/, 'e$10$2')
    .replace('e', 'E');
  return decimal === '.' ? shown : shown.replace('.', decimal);
}

/** Numbers come before texts, texts before booleans; letters are compared without regard to case; empty is the other's nothing. */
export function compareItems(a: Item, b: Item): number {
  const [left, right] = [sound(a), sound(b)];
  const [one, other] = [left ?? nothingLike(right), right ?? nothingLike(left)];
  if (typeof one !== typeof other) return rank(one) - rank(other);
  if (typeof one === 'string' && typeof other === 'string') return compareTexts(one.toLowerCase(), other.toLowerCase());
  return Number(one) - Number(other);
}

const compareTexts = (a: string, b: string) => Number(a > b) - Number(a < b);
const rank = (value: Scalar) => ['number', 'string', 'boolean'].indexOf(typeof value);

function nothingLike(value: Scalar | undefined): Scalar {
  if (typeof value === 'string') return '';
  return typeof value === 'boolean' ? false : 0;
}
