import type { Cell } from '../../grid/cell.ts';
import type { Expression } from '../syntax/expression.ts';
import { partsOf } from '../syntax/expression.ts';
import { parseFormula } from '../syntax/parse.ts';

/** A formula taken apart; `expression` is undefined when it could not be read. */
export type Parsed = {
  readonly expression: Expression | undefined;
  /** It asks for the time, so it is calculated at every change. */
  readonly asksTime: boolean;
};

/** A cell never changes, so its formula is taken apart once, and forgotten with the cell. */
const parsedCells = new WeakMap<Cell, Parsed>();

export function parsedFormula(cell: Cell, formula: string): Parsed {
  const known = parsedCells.get(cell);
  if (known) return known;
  const expression = cell.unreadable ? undefined : parseFormula(formula);
  const parsed = { expression, asksTime: expression !== undefined && partsOf(expression).some(isTime) };
  parsedCells.set(cell, parsed);
  return parsed;
}

/** Call it when a cell takes the place of another with the same formula. */
export function keepParsed(cell: Cell, parsed: Parsed): void {
  parsedCells.set(cell, parsed);
}

const isTime = (part: Expression) => part.kind === 'call' && (part.name === 'NOW' || part.name === 'TODAY');
