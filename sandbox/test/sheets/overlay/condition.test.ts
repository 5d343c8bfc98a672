import test from 'ava';
import { localeOf } from '../../../sheets/locale/locale.ts';
import { meets } from '../../../sheets/overlay/condition.ts';
import type { ConditionType } from '../../../sheets/wire/condition.ts';

const english = localeOf('en_US');
const holds = (value: string | number | boolean | undefined, type: ConditionType, ...values: string[]) => {
  const cell = value === undefined ? undefined : { value };
  return meets(cell, { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) }, english);
};

const cases: [
  type: ConditionType,
  values: string[],
  met: (string | number | boolean)[],
  unmet: (string | number | boolean)[],
][] = [
  ['NUMBER_GREATER', ['15'], [16], [15, '16']],
  ['NUMBER_BETWEEN', ['1', '$2.50'], [1, 2.5], [0, 3]],
  ['NUMBER_NOT_BETWEEN', ['1', '2'], [0, 3], [1, 'x']],
  ['TEXT_CONTAINS', ['Ab'], ['cab'], ['ca', 1]],
  ['TEXT_NOT_EQ', ['a', 'b'], ['c'], ['A', 'b']],
  ['TEXT_IS_EMAIL', [], ['ann@example.test'], ['ann']],
  ['DATE_EQ', ['2026-09-05'], [46_270, 46_270.5], [46_271]],
  ['DATE_AFTER', ['2026-09-05'], [46_271], [46_270.5]],
  ['ONE_OF_LIST', ['yes', 'no'], ['no'], ['maybe']],
  ['NOT_BLANK', [], ['x', 0, false], ['']],
  ['CUSTOM_FORMULA', ['=TRUE'], [], [1]],
  ['NUMBER_GREATER', ['=1+1'], [], [3]],
];
for (const [type, values, met, unmet] of cases) {
  test(`${type} ${values.join(' and ')}`, (t) => {
    for (const value of met) t.true(holds(value, type, ...values), String(value));
    for (const value of unmet) t.false(holds(value, type, ...values), String(value));
  });
}

test('an empty cell is blank, and no number', (t) => {
  t.true(holds(undefined, 'BLANK'));
  t.false(holds(undefined, 'NUMBER_LESS', '1'));
});
