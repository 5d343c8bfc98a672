import { takes } from '../call.ts';
import type { Call, FunctionTable } from '../call.ts';
import { FormulaFailure } from '../failure.ts';
import { booleanOf, isMatrix, itemsOf } from '../value.ts';
import type { Value } from '../value.ts';

/** What is left out is FALSE when there is no comma for it, and empty when there is. */
function choose(call: Call): Value {
  const at = call.boolean(0) ? 1 : 2;
  return call.count > at ? call.item(at) : false;
}

function chooseFirst(call: Call): Value {
  if (call.count % 2 !== 0)
    throw new FormulaFailure('N_A', 'Wrong number of arguments to IFS: a condition has no value.');
  for (let at = 0; at < call.count; at += 2) if (call.boolean(at)) return call.item(at + 1);
  throw new FormulaFailure('N_A', 'No match.');
}

/** The second argument, or nothing, in the place of any failure of the first. */
function ifError(call: Call): Value {
  try {
    const item = call.item(0);
    if (!(item instanceof FormulaFailure)) return item;
  } catch (error) {
    if (!(error instanceof FormulaFailure)) throw error;
  }
  return call.has(1) ? call.item(1) : undefined;
}

/** Empty cells and texts of ranges do not count. */
function* booleansOf(call: Call): Generator<boolean> {
  for (let index = 0; index < call.count; index += 1) {
    const value = call.value(index);
    const asking = { name: call.name, parameter: index + 1, locale: call.locale };
    if (!isMatrix(value)) {
      yield booleanOf(value, asking);
      continue;
    }
    for (const item of itemsOf(value))
      if (item !== undefined && typeof item !== 'string') yield booleanOf(item, asking);
  }
}

export const logic: FunctionTable = {
  IF: takes(2, 3, choose),
  IFS: takes(2, undefined, chooseFirst),
  IFERROR: takes(1, 2, ifError),
  AND: takes(1, undefined, (call) => [...booleansOf(call)].every(Boolean)),
  OR: takes(1, undefined, (call) => [...booleansOf(call)].some(Boolean)),
  NOT: takes(1, 1, (call) => !call.boolean(0)),
  TRUE: takes(0, 0, () => true),
  FALSE: takes(0, 0, () => false),
};
