import { takes } from '../call.ts';
import type { Call, FunctionTable } from '../call.ts';
import { wildcard } from '../wildcard.ts';
import { FormulaFailure } from '../failure.ts';
import { compareItems, listMatrix, textOf } from '../value.ts';
import type { Item, Matrix, Value } from '../value.ts';

/** Items in a line: a column of a range, or a row of it. */
type Series = { length: number; at: (index: number) => Item };

const columnOf = ({ filled, at }: Matrix, column = 0): Series => ({ length: filled, at: (row) => at(row, column) });
const rowOf = ({ width, at }: Matrix): Series => ({ length: width, at: (column) => at(0, column) });

const isLike = (item: Item, key: Item) => typeof item === typeof key && !(item instanceof FormulaFailure);

/** Where an item equals the key; a text key may have `*` and `?`. -1 when none does. */
function exactIndex(series: Series, key: Item): number {
  const isMatch = typeof key === 'string' && /[*?]/.test(key) ? wildcard(key) : undefined;
  for (let index = 0; index < series.length; index += 1) {
    const item = series.at(index);
    if (!isLike(item, key)) continue;
    if (isMatch ? isMatch(String(item)) : compareItems(item, key) === 0) return index;
  }
  return -1;
}

/** The last of the items before the first that is past the key; the series is sorted, `direction` says which way. */
function sortedIndex(series: Series, key: Item, direction: 1 | -1): number {
  let found = -1;
  for (let index = 0; index < series.length; index += 1) {
    const item = series.at(index);
    if (!isLike(item, key)) continue;
    if (compareItems(item, key) * direction > 0) return found;
    found = index;
  }
  return found;
}

/** Throws what a key that is itself a failure failed with, and #N/A when nothing was found. */
function foundIn(call: Call, key: Item, index: number): number {
  if (index !== -1) return index;
  throw new FormulaFailure('N_A', `Did not find value '${textOf(key, call.locale)}' in ${call.name} evaluation.`);
}

/** Unless told otherwise the first column is taken for sorted. */
function verticalLookup(call: Call): Value {
  const key = call.item(0);
  const matrix = call.matrix(1);
  const column = Math.trunc(call.number(2));
  if (column < 1) {
    throw new FormulaFailure(
      'VALUE',
      `Function VLOOKUP parameter 3 value is ${column}. It should be greater than or equal to 1.`,
    );
  }
  if (column > matrix.width) throw new FormulaFailure('REF', `VLOOKUP evaluates to an out of bounds range.`);
  const series = columnOf(matrix);
  const index = call.boolean(3, true) ? sortedIndex(series, key, 1) : exactIndex(series, key);
  return matrix.at(foundIn(call, key, index), column - 1);
}

function match(call: Call): Value {
  const key = call.item(0);
  const matrix = call.matrix(1);
  if (matrix.height > 1 && matrix.width > 1)
    throw new FormulaFailure('N_A', 'MATCH range must be a single row or a single column.');
  const series = matrix.height > 1 ? columnOf(matrix) : rowOf(matrix);
  const type = call.number(2, 1);
  if (type === 0) return foundIn(call, key, exactIndex(series, key)) + 1;
  return foundIn(call, key, sortedIndex(series, key, type > 0 ? 1 : -1)) + 1;
}

/** A row or column of 0 means all of them. */
function index(call: Call): Value {
  const matrix = call.matrix(0);
  const row = Math.trunc(call.number(1, 0));
  const column = Math.trunc(call.number(2, 0));
  if (row < 0 || column < 0 || row > matrix.height || column > matrix.width) {
    throw new FormulaFailure('NUM', 'Function INDEX parameter value is out of range.');
  }
  const rows = row === 0 ? Array.from({ length: matrix.filled }, (_, at) => at) : [row - 1];
  const columns = column === 0 ? Array.from({ length: matrix.width }, (_, at) => at) : [column - 1];
  return listMatrix(rows.map((one) => columns.map((other) => matrix.at(one, other))));
}

/** A link shows its label, or the address when it has none. */
const hyperlink = (call: Call): Value => (call.has(1) ? call.item(1) : call.text(0));

export const lookup: FunctionTable = {
  VLOOKUP: takes(3, 4, verticalLookup),
  MATCH: takes(2, 3, match),
  INDEX: takes(1, 3, index),
  HYPERLINK: takes(1, 2, hyperlink),
};
