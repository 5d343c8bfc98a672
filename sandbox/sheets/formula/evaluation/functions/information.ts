import { takes } from '../call.ts';
import type { Call, FunctionTable } from '../call.ts';
import { FormulaFailure, noReference } from '../failure.ts';
import type { Item } from '../value.ts';

/** Where the argument begins; without one, where the formula stands. */
function placeOf(call: Call): { row: number; column: number } {
  if (!call.has(0)) return call.scope;
  const place = call.place(0);
  if (!place) throw noReference();
  return { row: place.area.top, column: place.area.left };
}

/** A failure is neither empty nor a number, and no failure of the question. */
function itemOf(call: Call): Item {
  try {
    return call.item(0);
  } catch (error) {
    if (error instanceof FormulaFailure) return error;
    throw error;
  }
}

export const information: FunctionTable = {
  ROW: takes(0, 1, (call) => placeOf(call).row + 1),
  COLUMN: takes(0, 1, (call) => placeOf(call).column + 1),
  ISBLANK: takes(1, 1, (call) => itemOf(call) === undefined),
  ISNUMBER: takes(1, 1, (call) => typeof itemOf(call) === 'number'),
};
