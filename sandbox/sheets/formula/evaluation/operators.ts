import type { BinaryOperator } from '../syntax/expression.ts';
import { FormulaFailure } from './failure.ts';
import type { Scope } from './scope.ts';
import { compareItems, isMatrix, listMatrix, numberOf, textOf } from './value.ts';
import type { Item, Matrix, Value } from './value.ts';

/** The functions that operators stand for: error texts name these. */
const names: Readonly<Record<BinaryOperator, string>> = {
  '+': 'ADD',
  '-': 'MINUS',
  '*': 'MULTIPLY',
  '/': 'DIVIDE',
  '^': 'POW',
  '&': 'CONCAT',
  '=': 'EQ',
  '<>': 'NE',
  '<': 'LT',
  '<=': 'LTE',
  '>': 'GT',
  '>=': 'GTE',
};

/** Two items joined by an operator. */
export function applyOperator(operator: BinaryOperator, [left, right]: readonly [Item, Item], scope: Scope): Item {
  switch (operator) {
    case '&':
      return textOf(left, scope.locale) + textOf(right, scope.locale);
    case '=':
      return compareItems(left, right) === 0;
    case '<>':
      return compareItems(left, right) !== 0;
    case '<':
      return compareItems(left, right) < 0;
    case '<=':
      return compareItems(left, right) <= 0;
    case '>':
      return compareItems(left, right) > 0;
    case '>=':
      return compareItems(left, right) >= 0;
    default:
      return calculate(operator, [left, right], scope);
  }
}

function calculate(
  operator: '+' | '-' | '*' | '/' | '^',
  [left, right]: readonly [Item, Item],
  { locale }: Scope,
): number {
  const name = names[operator];
  const a = numberOf(left, { name, parameter: 1, locale });
  const b = numberOf(right, { name, parameter: 2, locale });
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return quotient(a, { by: b, name });
    case '^':
      return power(a, b);
  }
}

/** Throws the failure that names the function when `by` is 0. */
export function quotient(dividend: number, { by, name }: { by: number; name: string }): number {
  if (by === 0) throw new FormulaFailure('DIVIDE_BY_ZERO', `Function ${name} parameter 2 cannot be zero.`);
  return dividend / by;
}

function power(base: number, exponent: number): number {
  const result = base ** exponent;
  if (Number.isFinite(result)) return result;
  throw new FormulaFailure('NUM', 'Function POW caused a number that is out of range or not real.');
}

/** An operator worked through ranges; one item goes with every item of the other side. */
export function throughArrays([left, right]: readonly [Value, Value], apply: (a: Item, b: Item) => Item): Matrix {
  const a = isMatrix(left) ? left : listMatrix([[left]]);
  const b = isMatrix(right) ? right : listMatrix([[right]]);
  const height = spanOf(a.height, b.height);
  const width = spanOf(a.width, b.width);
  return {
    height,
    width,
    filled: Math.min(height, Math.max(a.height === 1 ? height : a.filled, b.height === 1 ? height : b.filled)),
    at: (row, column) => settled(() => apply(pick(a, row, column), pick(b, row, column))),
  };
}

/** The item of a place, or the one item, row or column that goes with all. */
const pick = (matrix: Matrix, row: number, column: number): Item =>
  matrix.at(matrix.height === 1 ? 0 : row, matrix.width === 1 ? 0 : column);

/** A single row or column goes with any size; else the smaller size counts. */
function spanOf(a: number, b: number): number {
  if (a === 1 || b === 1) return Math.max(a, b);
  return Math.min(a, b);
}

/** A failure in one place of an array is the item of that place. */
function settled(apply: () => Item): Item {
  try {
    return apply();
  } catch (error) {
    if (error instanceof FormulaFailure) return error;
    throw error;
  }
}
