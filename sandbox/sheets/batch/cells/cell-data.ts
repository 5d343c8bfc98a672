import { Refusal } from '../../errors.ts';
import type { Cell, CellFormat, Scalar } from '../../grid/cell.ts';
import { withoutValue } from '../../grid/cell.ts';
import { enter, enterFormula } from '../../values/enter.ts';
import { asksFor, isLeaf, knownFields } from '../../wire/field-mask.ts';
import type { FieldMask } from '../../wire/field-mask.ts';
import type { CellData, ExtendedValue } from '../../wire/messages.ts';

/** What `fields` may name in updateCells, appendCells and repeatCell. A format is masked by its first level. */
export const cellFields = knownFields(
  'userEnteredValue(numberValue,stringValue,boolValue,formulaValue),userEnteredFormat,note',
);

/** The cell after an update: the fields in the mask are set, or emptied where the data has none; the others stay. */
export function updatedCell(cell: Cell | undefined, data: CellData, mask: FieldMask): Cell | undefined {
  const valued = asksFor(mask, 'userEnteredValue') ? withValue(cell, data.userEnteredValue) : cell;
  const format = asksFor(mask, 'userEnteredFormat')
    ? maskedFormat(cell?.format, data.userEnteredFormat, mask['userEnteredFormat'])
    : cell?.format;
  const note = asksFor(mask, 'note') ? data.note : cell?.note;
  const { format: _, note: __, ...entered } = valued ?? {};
  const next: Cell = { ...entered, ...(format && { format }), ...(note && { note }) };
  return Object.keys(next).length > 0 ? next : undefined;
}

function withValue(cell: Cell | undefined, value: ExtendedValue | undefined): Cell | undefined {
  if (value?.formulaValue !== undefined) {
    if (!value.formulaValue.startsWith('='))
      throw new Refusal(`Invalid formula: ${value.formulaValue}. It must start with '='.`);
    return enterFormula(cell, value.formulaValue);
  }
  const scalar = scalarOf(value);
  return scalar === undefined ? withoutValue(cell) : enter(cell, scalar, { option: 'RAW' });
}

const scalarOf = (value: ExtendedValue | undefined): Scalar | undefined =>
  value?.numberValue ?? value?.boolValue ?? value?.stringValue;

function maskedFormat(
  old: CellFormat | undefined,
  given: CellFormat | undefined,
  mask: FieldMask | undefined,
): CellFormat | undefined {
  if (mask === undefined || isLeaf(mask) || '*' in mask) return given;
  const kept = Object.entries(old ?? {}).filter(([name]) => !(name in mask));
  const set = Object.entries(given ?? {}).filter(([name]) => name in mask);
  const format = Object.fromEntries([...kept, ...set]);
  return Object.keys(format).length > 0 ? format : undefined;
}
