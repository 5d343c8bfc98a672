import test from 'ava';
import { evaluate } from '../../../sheets/values/formula.ts';

const values: Record<string, string | number> = {
  '=4/2': 2,
  '=3/2': 1.5,
  '=1+1': 2,
  '= 1 / 1024': 0.000_976_562_5,
  '=2+3*4': 14,
  '=(2+3)*4': 20,
  '=-2--3': 1,
  '=10-2-3': 5,
  '=1/0': '#DIV/0!',
  '=1+': '#ERROR!',
  '=(1': '#ERROR!',
  '=SUM(A1:A3)': '#NAME?',
};
for (const [formula, value] of Object.entries(values)) {
  test(`${formula} is ${value}`, (t) => {
    t.is(evaluate(formula), value);
  });
}
