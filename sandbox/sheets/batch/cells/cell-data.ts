import { Refusal } from '../../errors.ts';
import type { Cell, Scalar } from '../../grid/cell.ts';
import { withoutValue } from '../../grid/cell.ts';
import type { Locale } from '../../locale/locale.ts';
import { enter, enterFormula } from '../../values/enter.ts';
import { styleMask } from '../../wire/color.ts';
import { conditionFault } from '../../wire/condition.ts';
import type { DataValidationRule } from '../../wire/condition.ts';
import { asksFor } from '../../wire/field-mask.ts';
import type { FieldMask } from '../../wire/field-mask.ts';
import { masked } from '../../wire/masked.ts';
import { CellData } from '../../wire/messages.ts';
import type { ExtendedValue } from '../../wire/messages.ts';

/** What `fields` may name in updateCells, appendCells and repeatCell. */
export const cellFields = CellData.fields ?? {};

/** Which fields are written, and how the workbook writes formulas. */
export type Updating = { readonly mask: FieldMask; readonly locale: Locale };

const looks = ['userEnteredFormat', 'note', 'dataValidation', 'textFormatRuns'] as const;

/** The cell after an update: the fields in the mask are set, or emptied where the data has none; the others stay. */
export function updatedCell(cell: Cell | undefined, data: CellData, { mask, locale }: Updating): Cell | undefined {
  refuseAbsent(data);
  const entered = asksFor(mask, 'userEnteredValue') ? withValue(cell, data.userEnteredValue, locale) : cell;
  if (!looks.some((name) => asksFor(mask, name))) return entered;
  const { format: _, note: __, validation: ___, runs: oldRuns, ...value } = entered ?? {};
  const format = asksFor(mask, 'userEnteredFormat')
    ? masked(cell?.format, data.userEnteredFormat, styleMask(mask['userEnteredFormat'] ?? {}))
    : cell?.format;
  const note = asksFor(mask, 'note') ? data.note : cell?.note;
  const validation = asksFor(mask, 'dataValidation') ? checked(data.dataValidation) : cell?.validation;
  const runs = asksFor(mask, 'textFormatRuns') ? data.textFormatRuns : oldRuns;
  const next: Cell = {
    ...value,
    ...(format && Object.keys(format).length > 0 && { format }),
    ...(note && { note }),
    ...(validation && { validation }),
    ...(runs && runs.length > 0 && typeof value.value === 'string' && { runs }),
  };
  return Object.keys(next).length > 0 ? next : undefined;
}

/** What Google has and the emulator has not is refused by name. An empty one takes away what is not there. */
function refuseAbsent({ pivotTable, chipRuns, dataSourceTable }: CellData): void {
  if (pivotTable) throw new Refusal('The emulator does not have pivotTable.');
  if (chipRuns && chipRuns.length > 0) throw new Refusal('The emulator does not have chipRuns.');
  if (dataSourceTable) throw new Refusal('The emulator does not have dataSourceTable.');
}

/** The rule, when its condition is one; a rule without a condition is none. */
export function checked(rule: DataValidationRule | undefined): DataValidationRule | undefined {
  if (!rule?.condition) return undefined;
  const fault = conditionFault(rule.condition);
  if (fault !== undefined) throw new Refusal(fault);
  return rule;
}

function withValue(cell: Cell | undefined, value: ExtendedValue | undefined, locale: Locale): Cell | undefined {
  if (value?.formulaValue !== undefined) {
    if (!value.formulaValue.startsWith('='))
      throw new Refusal(`Invalid formula: ${value.formulaValue}. It must start with '='.`);
    return enterFormula(cell, value.formulaValue, locale);
  }
  const scalar = scalarOf(value);
  return scalar === undefined ? withoutValue(cell) : enter(cell, scalar, { option: 'RAW' });
}

const scalarOf = (value: ExtendedValue | undefined): Scalar | undefined =>
  value?.numberValue ?? value?.boolValue ?? value?.stringValue;
