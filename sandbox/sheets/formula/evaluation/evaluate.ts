import type { Place } from '../../grid/move.ts';
import type { Call, FormulaFunction } from './call.ts';
import type { Expression } from '../syntax/expression.ts';
import { FormulaFailure } from './failure.ts';
import { functionNamed } from './functions/function-named.ts';
import { applyOperator, throughArrays } from './operators.ts';
import { cellsAt, namedPlace, oneOf, placeOf } from './scope.ts';
import type { Scope } from './scope.ts';
import { booleanOf, isMatrix, listMatrix, numberOf, textOf } from './value.ts';
import type { Item, Value } from './value.ts';

/** The value of an expression, a reference being a range. Throws its failure. */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'failure':
      throw expression.failure;
    case 'reference':
    case 'name':
      return cellsAt(placeNamed(expression, scope), scope);
    case 'sign': {
      const name = expression.sign === '-' ? 'UMINUS' : 'UPLUS';
      if (expression.sign === '+') return evaluate(expression.operand, scope);
      return each(expression.operand, scope, (item) => -numberOf(item, { name, parameter: 1, locale: scope.locale }));
    }
    case 'percent':
      return each(
        expression.operand,
        scope,
        (item) => numberOf(item, { name: 'UNARY_PERCENT', parameter: 1, locale: scope.locale }) / 100,
      );
    case 'binary': {
      const { operator, left, right } = expression;
      const apply = (a: Item, b: Item) => applyOperator(operator, [a, b], scope);
      if (!scope.arrays) return apply(evaluateItem(left, scope), evaluateItem(right, scope));
      const values = [evaluate(left, scope), evaluate(right, scope)] as const;
      if (!values.some(isMatrix)) return apply(oneOf(values[0], scope), oneOf(values[1], scope));
      return throughArrays(values, apply);
    }
    case 'call':
      return callFunction(expression, scope);
  }
}

type Named = Extract<Expression, { kind: 'reference' | 'name' }>;

const placeNamed = (expression: Named, scope: Scope): Place =>
  expression.kind === 'reference' ? placeOf(expression.reference, scope) : namedPlace(expression.name, scope);

/** The value where one is wanted. */
export function evaluateItem(expression: Expression, scope: Scope): Item {
  const value = evaluate(expression, scope);
  const isPlace = expression.kind === 'reference' || expression.kind === 'name';
  return oneOf(value, scope, isPlace ? placeNamed(expression, scope).area : undefined);
}

function each(operand: Expression, scope: Scope, apply: (item: Item) => Item): Value {
  if (!scope.arrays) return apply(evaluateItem(operand, scope));
  const value = evaluate(operand, scope);
  return isMatrix(value) ? throughArrays([value, undefined], apply) : apply(value);
}

function callFunction({ name, given }: Extract<Expression, { kind: 'call' }>, scope: Scope): Value {
  const found = functionNamed(name);
  if (!found) throw new FormulaFailure('NAME', `Unknown function: '${name}'.`);
  refuseCount(name, found, given.length);
  return found.run(callOf(name, given, name === 'SUMPRODUCT' ? { ...scope, arrays: true } : scope));
}

function refuseCount(name: string, { least, most }: FormulaFunction, count: number): void {
  if (count >= least && count <= (most ?? Infinity)) return;
  const expected =
    most === undefined ? `at least ${least}` : most === least ? `${least}` : `between ${least} and ${most}`;
  throw new FormulaFailure(
    'N_A',
    `Wrong number of arguments to ${name}. Expected ${expected} arguments, but got ${count} arguments.`,
  );
}

function callOf(name: string, given: readonly (Expression | undefined)[], scope: Scope): Call {
  const { locale } = scope;
  const has = (index: number) => given[index] !== undefined;
  const value = (index: number): Value => {
    const expression = given[index];
    return expression && evaluate(expression, scope);
  };
  const item = (index: number): Item => {
    const expression = given[index];
    return expression && evaluateItem(expression, scope);
  };
  return {
    name,
    scope,
    locale,
    count: given.length,
    has,
    value,
    item,
    matrix(index) {
      const found = value(index);
      return isMatrix(found) ? found : listMatrix([[found]]);
    },
    number: (index, otherwise) =>
      otherwise !== undefined && !has(index)
        ? otherwise
        : numberOf(item(index), { name, parameter: index + 1, locale }),
    text: (index, otherwise) => (otherwise !== undefined && !has(index) ? otherwise : textOf(item(index), locale)),
    boolean: (index, otherwise) =>
      otherwise !== undefined && !has(index)
        ? otherwise
        : booleanOf(item(index), { name, parameter: index + 1, locale }),
    place(index) {
      const expression = given[index];
      return expression?.kind === 'reference' || expression?.kind === 'name'
        ? placeNamed(expression, scope)
        : undefined;
    },
  };
}
