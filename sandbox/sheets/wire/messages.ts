import { CellFormat, TextFormatRun } from './cell-format.ts';
import { colorFields, inStyles } from './color.ts';
import { DataValidationRule } from './condition.ts';
import { message } from './message.ts';
import { bool, double, int32, invalidValue, isObject, list, oneOf, opaque, text } from './reader.ts';
import type { Read, Reader } from './reader.ts';
import type { Scalar } from '../grid/cell.ts';

/** The messages that several calls have in common, with the fields that the emulator knows. */

export const Dimension = oneOf('Dimension', ['ROWS', 'COLUMNS']);

export const GridRange = message('GridRange', {
  sheetId: int32,
  startRowIndex: int32,
  endRowIndex: int32,
  startColumnIndex: int32,
  endColumnIndex: int32,
});
export type GridRange = Read<typeof GridRange>;

export const GridCoordinate = message('GridCoordinate', { sheetId: int32, rowIndex: int32, columnIndex: int32 });
export type GridCoordinate = Read<typeof GridCoordinate>;

export const DimensionRange = message('DimensionRange', {
  sheetId: int32,
  dimension: Dimension,
  startIndex: int32,
  endIndex: int32,
});
export type DimensionRange = Read<typeof DimensionRange>;

const values = { numberValue: double, stringValue: text, boolValue: bool, formulaValue: text };
export const ExtendedValue = message('ExtendedValue', values, { value: Object.keys(values) });
export type ExtendedValue = Read<typeof ExtendedValue>;

/** Of what only answers have, nothing is kept: clients send cells back as they got them. */
export const CellData = message('CellData', {
  userEnteredValue: ExtendedValue,
  userEnteredFormat: CellFormat,
  note: text,
  dataValidation: DataValidationRule,
  textFormatRuns: list(TextFormatRun),
  effectiveValue: opaque,
  effectiveFormat: opaque,
  formattedValue: text,
  hyperlink: text,
  chipRuns: list(opaque),
  pivotTable: opaque,
  dataSourceTable: opaque,
  dataSourceFormula: opaque,
});
export type CellData = Read<typeof CellData>;

export const RowData = message('RowData', { values: list(CellData) });
export type RowData = Read<typeof RowData>;

export const SheetProperties = inStyles(
  message('SheetProperties', {
    sheetId: int32,
    title: text,
    index: int32,
    sheetType: oneOf('SheetType', ['GRID']),
    gridProperties: message('GridProperties', {
      rowCount: int32,
      columnCount: int32,
      frozenRowCount: int32,
      frozenColumnCount: int32,
      hideGridlines: bool,
      rowGroupControlAfter: bool,
      columnGroupControlAfter: bool,
    }),
    hidden: bool,
    ...colorFields('tabColor'),
    rightToLeft: bool,
  }),
);
export type SheetProperties = Read<typeof SheetProperties>;

/** A cell in a list of values: null leaves the cell as it is. Lists and objects are told apart later, where Google does. */
export type InputValue = Scalar | null | Readonly<Record<string, unknown>> | readonly unknown[];

export const ListValue: Reader<InputValue[]> = {
  read(value, place) {
    if (!Array.isArray(value)) return invalidValue(place, 'type.googleapis.com/google.protobuf.ListValue', value);
    return value.filter(isInputValue);
  },
};

/** Always true of parsed JSON. */
function isInputValue(value: unknown): value is InputValue {
  return (
    value === null || Array.isArray(value) || isObject(value) || ['string', 'number', 'boolean'].includes(typeof value)
  );
}

export const ValueRange = message('ValueRange', { range: text, majorDimension: Dimension, values: list(ListValue) });
export type ValueRange = Read<typeof ValueRange>;

export const ValueInputOption = oneOf('ValueInputOption', ['INPUT_VALUE_OPTION_UNSPECIFIED', 'RAW', 'USER_ENTERED']);
export const ValueRenderOption = oneOf('ValueRenderOption', ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA']);
export const DateTimeRenderOption = oneOf('DateTimeRenderOption', ['SERIAL_NUMBER', 'FORMATTED_STRING']);
