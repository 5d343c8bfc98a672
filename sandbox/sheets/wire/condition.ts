import { message } from './message.ts';
import { bool, list, mapped, oneOf, text } from './reader.ts';
import type { Read } from './reader.ts';

/** How many values each type of condition takes: at least, and at most (from the text of ConditionType in Google's reference). */
const valueCounts = {
  NUMBER_GREATER: [1, 1],
  NUMBER_GREATER_THAN_EQ: [1, 1],
  NUMBER_LESS: [1, 1],
  NUMBER_LESS_THAN_EQ: [1, 1],
  NUMBER_EQ: [1, 1],
  NUMBER_NOT_EQ: [1, 1],
  NUMBER_BETWEEN: [2, 2],
  NUMBER_NOT_BETWEEN: [2, 2],
  TEXT_CONTAINS: [1, 1],
  TEXT_NOT_CONTAINS: [1, 1],
  TEXT_STARTS_WITH: [1, 1],
  TEXT_ENDS_WITH: [1, 1],
  TEXT_EQ: [1, 1],
  TEXT_NOT_EQ: [1, Infinity],
  TEXT_IS_EMAIL: [0, 0],
  TEXT_IS_URL: [0, 0],
  DATE_EQ: [1, 1],
  DATE_NOT_EQ: [1, Infinity],
  DATE_BEFORE: [1, 1],
  DATE_AFTER: [1, 1],
  DATE_ON_OR_BEFORE: [1, 1],
  DATE_ON_OR_AFTER: [1, 1],
  DATE_BETWEEN: [2, 2],
  DATE_NOT_BETWEEN: [2, 2],
  DATE_IS_VALID: [0, 0],
  ONE_OF_RANGE: [1, 1],
  ONE_OF_LIST: [1, Infinity],
  BLANK: [0, 0],
  NOT_BLANK: [0, 0],
  CUSTOM_FORMULA: [1, 1],
  BOOLEAN: [0, 2],
  FILTER_EXPRESSION: [1, 1],
} as const;

export type ConditionType = keyof typeof valueCounts;
// The keys of an object are texts to TypeScript; these are the ones above.
const conditionTypes = Object.keys(valueCounts) as ConditionType[];

export const BooleanCondition = message('BooleanCondition', {
  type: oneOf('ConditionType', conditionTypes),
  values: list(
    message('ConditionValue', {
      relativeDate: oneOf('RelativeDate', ['PAST_YEAR', 'PAST_MONTH', 'PAST_WEEK', 'YESTERDAY', 'TODAY', 'TOMORROW']),
      userEnteredValue: text,
    }),
  ),
});
export type BooleanCondition = Read<typeof BooleanCondition>;

/** What is wrong with a condition, in our words; undefined when nothing is. */
export function conditionFault({ type, values = [] }: BooleanCondition): string | undefined {
  if (!type) return 'A condition must have a type.';
  const [least, most] = valueCounts[type];
  if (values.length >= least && values.length <= most) return undefined;
  const expected = least === most ? `${least}` : `at least ${least}`;
  return `A condition of type ${type} takes ${expected} values, not ${values.length}.`;
}

/** What may be entered in a cell. What is false or empty is left out, as in Google's answers. */
export const DataValidationRule = mapped(
  message('DataValidationRule', { condition: BooleanCondition, inputMessage: text, strict: bool, showCustomUi: bool }),
  ({ condition, inputMessage, strict, showCustomUi }) => ({
    ...(condition && { condition }),
    ...(inputMessage && { inputMessage }),
    ...(strict && { strict }),
    ...(showCustomUi && { showCustomUi }),
  }),
);
export type DataValidationRule = Read<typeof DataValidationRule>;
