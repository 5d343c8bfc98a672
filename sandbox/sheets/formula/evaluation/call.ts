import type { Place } from '../../grid/move.ts';
import type { Locale } from '../../locale/locale.ts';
import type { Scope } from './scope.ts';
import type { Item, Matrix, Value } from './value.ts';

/**
 * A function as it was called. Arguments are counted from 0 and evaluated when they are asked for; asking throws their
 * failure, and the fitting failure when an argument cannot be taken as what is asked for.
 */
export type Call = {
  readonly name: string;
  readonly scope: Scope;
  readonly locale: Locale;
  /** How many arguments there are, those left empty between commas included. */
  readonly count: number;
  readonly has: (index: number) => boolean;
  /** The argument as it is: a range stays one. */
  readonly value: (index: number) => Value;
  /** The argument as a range, one value being a range of one. */
  readonly matrix: (index: number) => Matrix;
  /** The argument as one value, which may be a failure. */
  readonly item: (index: number) => Item;
  readonly number: (index: number, otherwise?: number) => number;
  readonly text: (index: number, otherwise?: string) => string;
  readonly boolean: (index: number, otherwise?: boolean) => boolean;
  /** Where the argument is, when it is a reference. */
  readonly place: (index: number) => Place | undefined;
};

/** `most` is absent where there is no limit. */
export type FormulaFunction = { readonly least: number; readonly most?: number; readonly run: (call: Call) => Value };

export const takes = (least: number, most: number | undefined, run: FormulaFunction['run']): FormulaFunction => ({
  least,
  ...(most !== undefined && { most }),
  run,
});

export type FunctionTable = Readonly<Record<string, FormulaFunction>>;
