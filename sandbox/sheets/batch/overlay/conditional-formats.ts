import { Refusal } from '../../errors.ts';
import { describeConditionalFormat } from '../../overlay/describe.ts';
import type { ConditionalFormat } from '../../overlay/overlay.ts';
import type { Edit } from '../../spreadsheet/edit.ts';
import { cellsOf, gridById } from '../../spreadsheet/grid-range.ts';
import type { Sheet } from '../../spreadsheet/spreadsheet.ts';
import { conditionFault } from '../../wire/condition.ts';
import { ConditionalFormatRule } from '../../wire/conditional-format.ts';
import { message } from '../../wire/message.ts';
import { int32 } from '../../wire/reader.ts';
import { kind } from '../kind.ts';

/** Rules are known by their place in the order in which they apply. */
export const addConditionalFormatRule = kind(
  message('AddConditionalFormatRuleRequest', { rule: ConditionalFormatRule, index: int32 }),
  (edit, { rule, index = 0 }) => {
    const { sheet, format } = formatFrom(edit, rule);
    const formats = sheet.overlay.conditionalFormats;
    if (index < 0 || index > formats.length) throw noRule(sheet, index);
    setFormats(sheet, formats.toSpliced(index, 0, format));
  },
);

/** Replaces a rule where one is given, else moves it. The reply tells the old and the new rule, or the old and the new place. */
export const updateConditionalFormatRule = kind(
  message('UpdateConditionalFormatRuleRequest', {
    index: int32,
    sheetId: int32,
    rule: ConditionalFormatRule,
    newIndex: int32,
  }),
  (edit, { index = 0, sheetId, rule, newIndex }) => {
    if (rule) return { updateConditionalFormatRule: replaceRule(edit, rule, index) };
    if (newIndex === undefined) throw new Refusal('Must specify either rule or newIndex.');
    const sheet = gridById(edit.book, sheetId);
    const moved = ruleAt(sheet, index);
    const rest = sheet.overlay.conditionalFormats.filter((one) => one !== moved);
    if (newIndex < 0 || newIndex > rest.length) throw noRule(sheet, newIndex);
    setFormats(sheet, rest.toSpliced(newIndex, 0, moved));
    const newRule = describeConditionalFormat({ book: edit.book, sheet }, moved);
    return { updateConditionalFormatRule: { newRule, ...indexed(newIndex), oldIndex: index } };
  },
);

function replaceRule(edit: Edit, rule: ConditionalFormatRule, index: number) {
  const { sheet, format } = formatFrom(edit, rule);
  const old = ruleAt(sheet, index);
  setFormats(sheet, sheet.overlay.conditionalFormats.with(index, format));
  const on = { book: edit.book, sheet };
  return {
    newRule: describeConditionalFormat(on, format),
    ...indexed(index),
    oldRule: describeConditionalFormat(on, old),
  };
}

/** A field of an answer that is 0 is left out. */
const indexed = (newIndex: number) => (newIndex === 0 ? {} : { newIndex });

export const deleteConditionalFormatRule = kind(
  message('DeleteConditionalFormatRuleRequest', { sheetId: int32, index: int32 }),
  (edit, { sheetId, index = 0 }) => {
    const sheet = gridById(edit.book, sheetId);
    const gone = ruleAt(sheet, index);
    setFormats(sheet, sheet.overlay.conditionalFormats.toSpliced(index, 1));
    return { deleteConditionalFormatRule: { rule: describeConditionalFormat({ book: edit.book, sheet }, gone) } };
  },
);

function formatFrom(edit: Edit, { ranges = [], ...rule }: ConditionalFormatRule = {}) {
  const [first, ...others] = ranges.map((range) => cellsOf(edit.book, range));
  if (!first) throw new Refusal('A conditional format rule must have at least one range.');
  if (others.some(({ sheet }) => sheet !== first.sheet))
    throw new Refusal('All ranges of a conditional format rule must be on the same sheet.');
  if ((rule.booleanRule === undefined) === (rule.gradientRule === undefined))
    throw new Refusal('Must specify either booleanRule or gradientRule.');
  const fault = rule.booleanRule && conditionFault(rule.booleanRule.condition ?? {});
  if (fault !== undefined) throw new Refusal(fault);
  return { sheet: first.sheet, format: { ...rule, areas: [first, ...others].map(({ area }) => area) } };
}

function ruleAt(sheet: Sheet, index: number): ConditionalFormat {
  const format = sheet.overlay.conditionalFormats[index];
  if (!format) throw noRule(sheet, index);
  return format;
}

const noRule = ({ sheetId }: Sheet, index: number) =>
  new Refusal(`No conditional format on sheet: ${sheetId} at index: ${index}`);

function setFormats(sheet: Sheet, conditionalFormats: readonly ConditionalFormat[]): void {
  sheet.overlay = { ...sheet.overlay, conditionalFormats };
}
