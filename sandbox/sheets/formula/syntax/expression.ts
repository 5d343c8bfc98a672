import type { Scalar } from '../../grid/cell.ts';
import type { FormulaFailure } from '../evaluation/failure.ts';
import type { Reference } from './reference.ts';

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=';

/** A formula taken apart. An argument that was left out, as the second of `IF(A1,,1)`, is undefined. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: Scalar }
  | { readonly kind: 'failure'; readonly failure: FormulaFailure }
  | { readonly kind: 'reference'; readonly reference: Reference }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'sign'; readonly sign: '+' | '-'; readonly operand: Expression }
  | { readonly kind: 'percent'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly (Expression | undefined)[] };

/** The expression and all that it is made of. */
export function* partsOf(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of below(expression)) yield* partsOf(part);
}

function below(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'sign':
    case 'percent':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'call':
      return expression.given.filter((one) => one !== undefined);
    default:
      return [];
  }
}
