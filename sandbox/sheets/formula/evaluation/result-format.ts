import { numberFormatOf } from '../../format/display.ts';
import type { NumberFormat } from '../../grid/cell.ts';
import { cellAt } from '../../grid/grid.ts';
import { sheetById } from '../../spreadsheet/spreadsheet.ts';
import type { Expression } from '../syntax/expression.ts';
import { namedPlace, placeOf } from './scope.ts';
import type { Scope } from './scope.ts';

/** What functions give whose results have a look of their own. */
const formats: Readonly<Record<string, NumberFormat>> = {
  DATE: { type: 'DATE' },
  TODAY: { type: 'DATE' },
  NOW: { type: 'DATE_TIME' },
};

/** Functions whose result is of the kind of this argument. */
const keepers: Readonly<Record<string, number>> = {
  ABS: 0,
  AVERAGE: 0,
  IF: 1,
  IFERROR: 0,
  IFS: 1,
  INDEX: 0,
  MAX: 0,
  MIN: 0,
  ROUND: 0,
  ROUNDDOWN: 0,
  ROUNDUP: 0,
  SUM: 0,
  SUMIF: 2,
  SUMIFS: 0,
};

/** How the result of a formula is shown in a cell without a number format: a sum of money as money, a date as a date. */
export function resultFormat(expression: Expression, scope: Scope): NumberFormat | undefined {
  switch (expression.kind) {
    case 'reference':
    case 'name':
      return formatAt(expression, scope);
    case 'sign':
      return resultFormat(expression.operand, scope);
    case 'percent':
      return { type: 'PERCENT', pattern: '0%' };
    case 'binary':
      return joinedFormat(expression, scope);
    case 'call': {
      const own = formats[expression.name];
      const kept = keepers[expression.name];
      const argument = kept === undefined ? undefined : expression.given[kept];
      return own ?? (argument && resultFormat(argument, scope));
    }
    default:
      return undefined;
  }
}

type Named = Extract<Expression, { kind: 'reference' | 'name' }>;

/** The format of the first cell. Only asked when the value is there, so the place is too. */
function formatAt(expression: Named, scope: Scope): NumberFormat | undefined {
  const place =
    expression.kind === 'reference' ? placeOf(expression.reference, scope) : namedPlace(expression.name, scope);
  const grid = sheetById(scope.book, place.sheetId)?.grid;
  const cell = grid && cellAt(grid, place.area.top, place.area.left);
  return cell && numberFormatOf(cell);
}

type Binary = Extract<Expression, { kind: 'binary' }>;

/** Days between two dates are a number; money by a number is money. */
function joinedFormat({ operator, left, right }: Binary, scope: Scope): NumberFormat | undefined {
  if (!['+', '-', '*', '/'].includes(operator)) return undefined;
  const [a, b] = [resultFormat(left, scope), resultFormat(right, scope)];
  if (operator === '-' && a && b && isDate(a) && isDate(b)) return undefined;
  if (operator === '/' && a && b) return undefined;
  if (operator === '/') return a;
  return a?.type === 'PERCENT' && b ? b : (a ?? b);
}

const isDate = ({ type }: NumberFormat) => type === 'DATE' || type === 'DATE_TIME';
