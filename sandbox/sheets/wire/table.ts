import { colorFields, inStyles } from './color.ts';
import { BooleanCondition } from './condition.ts';
import { message } from './message.ts';
import { GridRange } from './messages.ts';
import { int32, list, oneOf, text } from './reader.ts';
import type { Read } from './reader.ts';

const TableColumnProperties = message('TableColumnProperties', {
  columnIndex: int32,
  columnName: text,
  columnType: oneOf('ColumnType', [
    'DOUBLE',
    'CURRENCY',
    'PERCENT',
    'DATE',
    'TIME',
    'DATE_TIME',
    'TEXT',
    'BOOLEAN',
    'DROPDOWN',
    'FILES_CHIP',
    'PEOPLE_CHIP',
    'FINANCE_CHIP',
    'PLACE_CHIP',
    'RATINGS_CHIP',
  ]),
  dataValidationRule: message('TableColumnDataValidationRule', { condition: BooleanCondition }),
});
export type TableColumnProperties = Read<typeof TableColumnProperties>;

const { headerColorStyle, firstBandColorStyle, secondBandColorStyle, footerColorStyle } = {
  ...colorFields('headerColor'),
  ...colorFields('firstBandColor'),
  ...colorFields('secondBandColor'),
  ...colorFields('footerColor'),
};

/** Tables are younger than colour styles: their colours have only this form. */
const TableRowsProperties = inStyles(
  message('TableRowsProperties', { headerColorStyle, firstBandColorStyle, secondBandColorStyle, footerColorStyle }),
);
export type TableRowsProperties = Read<typeof TableRowsProperties>;

export const Table = message('Table', {
  tableId: text,
  name: text,
  range: GridRange,
  columnProperties: list(TableColumnProperties),
  rowsProperties: TableRowsProperties,
});
export type Table = Read<typeof Table>;
