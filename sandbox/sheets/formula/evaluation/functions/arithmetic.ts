import { roundDecimals, shiftPoint } from '../../../format/round.ts';
import { takes } from '../call.ts';
import type { FunctionTable } from '../call.ts';
import { FormulaFailure } from '../failure.ts';

/** The remainder has the sign of the divisor. */
function modulo(dividend: number, divisor: number): number {
  if (divisor === 0) throw new FormulaFailure('DIVIDE_BY_ZERO', 'Function MOD parameter 2 cannot be zero.');
  return dividend - divisor * Math.floor(dividend / divisor);
}

/** Away from zero, or towards it; 2.3 shifted by a place is 23, whatever its binary form. */
function roundBy(step: (value: number) => number, value: number, decimals: number): number {
  const shifted = Number(shiftPoint(Math.abs(value), decimals).toPrecision(15));
  return Math.sign(value) * shiftPoint(step(shifted), -decimals);
}

export const arithmetic: FunctionTable = {
  ABS: takes(1, 1, (call) => Math.abs(call.number(0))),
  INT: takes(1, 1, (call) => Math.floor(call.number(0))),
  MOD: takes(2, 2, (call) => modulo(call.number(0), call.number(1))),
  PI: takes(0, 0, () => Math.PI),
  ROUND: takes(1, 2, (call) => roundDecimals(call.number(0), Math.trunc(call.number(1, 0)))),
  ROUNDUP: takes(1, 2, (call) => roundBy(Math.ceil, call.number(0), Math.trunc(call.number(1, 0)))),
  ROUNDDOWN: takes(1, 2, (call) => roundBy(Math.floor, call.number(0), Math.trunc(call.number(1, 0)))),
};
