import { takes } from '../call.ts';
import type { Call, FunctionTable } from '../call.ts';
import { criterionOf } from '../criterion.ts';
import { FormulaFailure } from '../failure.ts';
import { sound } from '../value.ts';
import type { Item, Matrix } from '../value.ts';

type Condition = { matrix: Matrix; isMet: (item: Item) => boolean };

/** Conditions as pairs of arguments, a range and its criterion, from one argument on. */
function conditionsFrom(call: Call, first: number): readonly Condition[] {
  if ((call.count - first) % 2 !== 0) {
    throw new FormulaFailure('N_A', `Wrong number of arguments to ${call.name}: a range is without its criterion.`);
  }
  return Array.from({ length: (call.count - first) / 2 }, (_, pair) => ({
    matrix: call.matrix(first + pair * 2),
    isMet: criterionOf(call.item(first + pair * 2 + 1), call.locale),
  }));
}

function refuseSizes(name: string, sizes: readonly Matrix[]): void {
  const [first] = sizes;
  if (sizes.every(({ height, width }) => height === first?.height && width === first.width)) return;
  throw new FormulaFailure('VALUE', `Array arguments to ${name} are of different size.`);
}

/** The places where every condition is met. Rows are walked to the end: an empty cell may meet a criterion too. */
function* matches(conditions: readonly Condition[]): Generator<{ row: number; column: number }> {
  const [first] = conditions;
  if (!first) return;
  for (let row = 0; row < first.matrix.height; row += 1) {
    for (let column = 0; column < first.matrix.width; column += 1) {
      if (conditions.every(({ matrix, isMet }) => isMet(matrix.at(row, column)))) yield { row, column };
    }
  }
}

function countOf(call: Call): number {
  const conditions = conditionsFrom(call, 0);
  refuseSizes(
    call.name,
    conditions.map(({ matrix }) => matrix),
  );
  let count = 0;
  for (const _ of matches(conditions)) count += 1;
  return count;
}

function sumOf(summed: Matrix, conditions: readonly Condition[]): number {
  let total = 0;
  for (const { row, column } of matches(conditions)) {
    const value = sound(summed.at(row, column));
    if (typeof value === 'number') total += value;
  }
  return total;
}

/** Without a range to sum, the range of the condition is summed. */
function sumIf(call: Call): number {
  const matrix = call.matrix(0);
  const isMet = criterionOf(call.item(1), call.locale);
  return sumOf(call.has(2) ? call.matrix(2) : matrix, [{ matrix, isMet }]);
}

function sumIfs(call: Call): number {
  const summed = call.matrix(0);
  const conditions = conditionsFrom(call, 1);
  refuseSizes(call.name, [summed, ...conditions.map(({ matrix }) => matrix)]);
  return sumOf(summed, conditions);
}

export const conditional: FunctionTable = {
  COUNTIF: takes(2, 2, countOf),
  COUNTIFS: takes(2, undefined, countOf),
  SUMIF: takes(2, 3, sumIf),
  SUMIFS: takes(3, undefined, sumIfs),
};
