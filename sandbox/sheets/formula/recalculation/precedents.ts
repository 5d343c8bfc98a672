import type { Place } from '../../grid/move.ts';
import type { Expression } from '../syntax/expression.ts';
import { FormulaFailure } from '../evaluation/failure.ts';
import { namedPlace, placeOf } from '../evaluation/scope.ts';
import type { Home } from '../evaluation/scope.ts';

/** The places whose values an expression may need, of branches not taken too. What ROW and COLUMN ask is no value. */
export function precedentsOf(expression: Expression, home: Home): Place[] {
  switch (expression.kind) {
    case 'reference':
      return known(() => placeOf(expression.reference, home));
    case 'name':
      return known(() => namedPlace(expression.name, home));
    case 'sign':
    case 'percent':
      return precedentsOf(expression.operand, home);
    case 'binary':
      return [...precedentsOf(expression.left, home), ...precedentsOf(expression.right, home)];
    case 'call':
      if (expression.name === 'ROW' || expression.name === 'COLUMN') return [];
      return expression.given.flatMap((one) => (one ? precedentsOf(one, home) : []));
    default:
      return [];
  }
}

/** A place that is not there has no values; the evaluation tells so. */
function known(find: () => Place): Place[] {
  try {
    return [find()];
  } catch (error) {
    if (error instanceof FormulaFailure) return [];
    throw error;
  }
}
