import { display } from '../format/display.ts';
import type { Cell, Scalar } from '../grid/cell.ts';
import type { Locale } from '../locale/locale.ts';
import { typedNumber } from '../values/typed-number.ts';
import type { BooleanCondition, ConditionType } from '../wire/condition.ts';

/** What a condition looks at: the value of a cell and what people see of it, `''` in an empty one. */
type Seen = { readonly value?: Scalar | undefined; readonly text: string };
type Wanted = { readonly number?: number | undefined; readonly text: string };
type Test = (seen: Seen, wanted: readonly Wanted[]) => boolean;

/** Formulas, other cells and days that depend on today are not looked at: a condition with one of them never holds. */
const never: Test = () => false;

const compared =
  (holds: (value: number, first: number, second: number) => boolean): Test =>
  ({ value }, [first, second]) =>
    typeof value === 'number' &&
    first?.number !== undefined &&
    holds(value, first.number, second?.number ?? Number.NaN);

/** Texts are compared without regard to case. */
const worded =
  (holds: (text: string, wanted: string) => boolean): Test =>
  ({ text }, wanted) =>
    wanted.some((one) => holds(text.toLowerCase(), one.text.toLowerCase()));

const not =
  (test: Test): Test =>
  (seen, wanted) =>
    !test(seen, wanted);

const equal = compared((value, wanted) => value === wanted);
const between = compared((value, low, high) => value >= low && value <= high);
const outside = compared((value, low, high) => value < low || value > high);
const less = compared((value, limit) => value < limit);
const lessOrEqual = compared((value, limit) => value <= limit);
const greater = compared((value, limit) => value > limit);
const greaterOrEqual = compared((value, limit) => value >= limit);
const sameText = worded((text, wanted) => text === wanted);
const sameDay = compared((value, wanted) => Math.floor(value) === wanted);
const contained = worded((text, wanted) => text.includes(wanted));
const blank: Test = ({ text }) => text === '';

const tests: Readonly<Record<ConditionType, Test>> = {
  NUMBER_GREATER: greater,
  NUMBER_GREATER_THAN_EQ: greaterOrEqual,
  NUMBER_LESS: less,
  NUMBER_LESS_THAN_EQ: lessOrEqual,
  NUMBER_EQ: equal,
  NUMBER_NOT_EQ: compared((value, wanted) => value !== wanted),
  NUMBER_BETWEEN: between,
  NUMBER_NOT_BETWEEN: outside,
  TEXT_CONTAINS: contained,
  TEXT_NOT_CONTAINS: not(contained),
  TEXT_STARTS_WITH: worded((text, wanted) => text.startsWith(wanted)),
  TEXT_ENDS_WITH: worded((text, wanted) => text.endsWith(wanted)),
  TEXT_EQ: sameText,
  TEXT_NOT_EQ: not(sameText),
  TEXT_IS_EMAIL: ({ text }) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
  TEXT_IS_URL: ({ text }) => URL.canParse(text),
  DATE_EQ: sameDay,
  DATE_NOT_EQ: not(sameDay),
  DATE_BEFORE: less,
  DATE_AFTER: compared((value, day) => value >= day + 1),
  DATE_ON_OR_BEFORE: compared((value, day) => value < day + 1),
  DATE_ON_OR_AFTER: greaterOrEqual,
  DATE_BETWEEN: between,
  DATE_NOT_BETWEEN: outside,
  DATE_IS_VALID: ({ value }) => typeof value === 'number',
  ONE_OF_RANGE: never,
  ONE_OF_LIST: sameText,
  BLANK: blank,
  NOT_BLANK: not(blank),
  CUSTOM_FORMULA: never,
  BOOLEAN: ({ value }) => typeof value === 'boolean',
  FILTER_EXPRESSION: never,
};

/** Whether a cell meets a condition, whose values are read as if typed into a cell. */
export function meets(cell: Cell | undefined, { type, values = [] }: BooleanCondition, locale: Locale): boolean {
  if (!type) return false;
  const wanted = values.map(({ userEnteredValue: text = '' }) => ({
    text,
    number: typedNumber(text.trim(), { locale, year: Number.NaN })?.value,
  }));
  const needsMore = values.some(
    ({ userEnteredValue, relativeDate }) => relativeDate ?? userEnteredValue?.startsWith('='),
  );
  if (needsMore) return false;
  return tests[type]({ value: cell?.value, text: textOf(cell, locale) }, wanted);
}

export const textOf = (cell: Cell | undefined, locale: Locale) => (cell && display(cell, locale)) ?? '';
