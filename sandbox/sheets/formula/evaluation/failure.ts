import type { CellError } from '../../grid/cell.ts';

/** What a cell shows for each type of error that the API names. */
const signs: Readonly<Record<CellError['type'], string>> = {
  ERROR: '#ERROR!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
};

/** Why a formula has no value. Thrown while it is evaluated, and found as the value of a cell whose own formula failed. */
export class FormulaFailure extends Error {
  override readonly name = 'FormulaFailure';
  readonly type: CellError['type'];

  constructor(type: CellError['type'], message: string) {
    super(message);
    this.type = type;
  }
}

export const signOf = ({ type }: CellError): string => signs[type];

/** The failure that a formula names outright, as in `=IF(A1, 1, #N/A)`. */
export function failureOf(sign: string): FormulaFailure {
  const type = errorTypes.find((one) => signs[one] === sign.toUpperCase()) ?? 'ERROR';
  return new FormulaFailure(type, type === 'REF' ? 'Reference does not exist.' : '');
}

const errorTypes: readonly CellError['type'][] = ['ERROR', 'DIVIDE_BY_ZERO', 'VALUE', 'REF', 'NAME', 'NUM', 'N_A'];

export const unreadable = () => new FormulaFailure('ERROR', 'Formula parse error.');
export const noReference = () => new FormulaFailure('REF', 'Reference does not exist.');
export const noArray = () => new FormulaFailure('VALUE', 'An array value could not be found.');
export const circular = () =>
  new FormulaFailure(
    'REF',
    'Circular dependency detected. To resolve with iterative calculation, see File > Settings.',
  );
