import { takes } from '../call.ts';
import type { Call, FunctionTable } from '../call.ts';
import { FormulaFailure } from '../failure.ts';
import { quotient } from '../operators.ts';
import { isMatrix, itemsOf, numberOf, sound } from '../value.ts';

/** Of ranges the numbers alone; a single argument is taken for a number, or refused. */
function* numbersOf(call: Call): Generator<number> {
  for (let index = 0; index < call.count; index += 1) {
    const value = call.value(index);
    if (!isMatrix(value)) {
      yield numberOf(value, { name: call.name, parameter: index + 1, locale: call.locale });
      continue;
    }
    for (const item of itemsOf(value)) if (typeof sound(item) === 'number') yield Number(item);
  }
}

/** Every item of ranges, and every single argument. */
function* allItems(call: Call) {
  for (let index = 0; index < call.count; index += 1) {
    const value = call.value(index);
    if (isMatrix(value)) yield* itemsOf(value);
    else yield value;
  }
}

function sum(call: Call): number {
  let total = 0;
  for (const number of numbersOf(call)) total += number;
  return total;
}

function average(call: Call): number {
  let total = 0;
  let count = 0;
  for (const number of numbersOf(call)) {
    total += number;
    count += 1;
  }
  if (count > 0) return total / count;
  throw new FormulaFailure('DIVIDE_BY_ZERO', 'Evaluation of function AVERAGE caused a divide by zero error.');
}

/** Of no numbers it is 0. */
function extreme(call: Call, isFurther: (a: number, b: number) => boolean): number {
  let found: number | undefined;
  for (const number of numbersOf(call)) if (found === undefined || isFurther(number, found)) found = number;
  return found ?? 0;
}

/** Texts that are numbers count only when they stand in the formula itself, and failures never. */
function count(call: Call): number {
  let numbers = 0;
  for (const item of allItems(call)) if (typeof item === 'number') numbers += 1;
  return numbers;
}

function countFilled(call: Call): number {
  let filled = 0;
  for (const item of allItems(call)) if (item !== undefined) filled += 1;
  return filled;
}

/** The sum of the products of items that stand alike; what is no number counts as 0. */
function sumOfProducts(call: Call): number {
  const matrices = Array.from({ length: call.count }, (_, index) => call.matrix(index));
  const [first] = matrices;
  if (!first) return 0;
  if (matrices.some(({ height, width }) => height !== first.height || width !== first.width)) {
    throw new FormulaFailure('VALUE', 'SUMPRODUCT has mismatched range sizes.');
  }
  const filled = Math.min(...matrices.map((matrix) => matrix.filled));
  let total = 0;
  for (let row = 0; row < filled; row += 1) {
    for (let column = 0; column < first.width; column += 1) {
      total += matrices.reduce((product, { at }) => product * numberIn(sound(at(row, column))), 1);
    }
  }
  return total;
}

const numberIn = (value: unknown) => (typeof value === 'number' ? value : 0);

export const aggregates: FunctionTable = {
  SUM: takes(1, undefined, sum),
  AVERAGE: takes(1, undefined, average),
  MIN: takes(1, undefined, (call) => extreme(call, (a, b) => a < b)),
  MAX: takes(1, undefined, (call) => extreme(call, (a, b) => a > b)),
  COUNT: takes(1, undefined, count),
  COUNTA: takes(1, undefined, countFilled),
  SUMPRODUCT: takes(1, undefined, sumOfProducts),
  DIVIDE: takes(2, 2, (call) => quotient(call.number(0), { by: call.number(1), name: 'DIVIDE' })),
};
