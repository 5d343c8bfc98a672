import type { FormulaFunction, FunctionTable } from '../call.ts';
import { aggregates } from './aggregates.ts';
import { arithmetic } from './arithmetic.ts';
import { conditional } from './conditional.ts';
import { dates } from './dates.ts';
import { information } from './information.ts';
import { logic } from './logic.ts';
import { lookup } from './lookup.ts';
import { texts } from './texts.ts';

const table: FunctionTable = {
  ...aggregates,
  ...arithmetic,
  ...conditional,
  ...dates,
  ...information,
  ...logic,
  ...lookup,
  ...texts,
};

/** The functions that the emulator has; the name is in capitals. */
export const functionNamed = (name: string): FormulaFunction | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
