import test from 'ava';
import type { Measure, Target } from '../../question.ts';
import { tableOf } from '../../report/table.ts';

const measured = (value: number, target?: Target): Measure => ({
  measure: 'answer',
  value,
  unit: 'ms',
  ...(target && { target }),
});
const verdictOf = (measure: Measure) => tableOf([measure])[1]?.split('  ').at(-1);

test('a target that is just met is reached, one that is just missed is not', (t) => {
  t.is(verdictOf(measured(100, { atMost: 100 })), 'reached');
  t.is(verdictOf(measured(100.01, { atMost: 100 })), 'NOT REACHED');
  t.is(verdictOf(measured(20, { atLeast: 20 })), 'reached');
  t.is(verdictOf(measured(19.99, { atLeast: 20 })), 'NOT REACHED');
  t.is(verdictOf(measured(0, { exactly: 0 })), 'reached');
  t.is(verdictOf(measured(1, { exactly: 0 })), 'NOT REACHED');
});

test('a measure without a target has no verdict', (t) => {
  t.deepEqual(tableOf([measured(1.23456)])[1]?.split(/ {2,}/), ['answer', '1.23 ms']);
});
