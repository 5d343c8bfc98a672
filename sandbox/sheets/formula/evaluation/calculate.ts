import type { CellError, NumberFormat, Scalar } from '../../grid/cell.ts';
import { evaluateItem } from './evaluate.ts';
import type { Expression } from '../syntax/expression.ts';
import { FormulaFailure, signOf, unreadable } from './failure.ts';
import { resultFormat } from './result-format.ts';
import type { Scope } from './scope.ts';
import { sound } from './value.ts';

/** What a formula puts into its cell. `value` is the error's sign where there is an error. */
export type Result = { readonly value: Scalar; readonly error?: CellError; readonly resultFormat?: NumberFormat };

/** The result of a formula; an expression of undefined is one that could not be read. */
export function calculate(expression: Expression | undefined, scope: Scope): Result {
  if (!expression) return failed(unreadable());
  try {
    const value = sound(evaluateItem(expression, scope)) ?? '';
    if (typeof value !== 'number') return { value };
    if (!Number.isFinite(value)) return failed(new FormulaFailure('NUM', 'The result is out of range.'));
    const format = resultFormat(expression, scope);
    return { value: value === 0 ? 0 : value, ...(format && { resultFormat: format }) };
  } catch (error) {
    if (error instanceof FormulaFailure) return failed(error);
    throw error;
  }
}

export const failed = ({ type, message }: FormulaFailure): Result => ({
  value: signOf({ type, message }),
  error: { type, message },
});
