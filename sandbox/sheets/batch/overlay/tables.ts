import { Refusal } from '../../errors.ts';
import { contains, intersects } from '../../grid/area.ts';
import type { Area } from '../../grid/area.ts';
import { cellAt, editArea } from '../../grid/grid.ts';
import { describeTable } from '../../overlay/describe.ts';
import type { Table as PlacedTable, TableColumn } from '../../overlay/overlay.ts';
import type { Edit } from '../../spreadsheet/edit.ts';
import { cellsOf } from '../../spreadsheet/grid-range.ts';
import { newId } from '../../spreadsheet/ids.ts';
import type { Located } from '../../spreadsheet/locate.ts';
import { guard } from '../../spreadsheet/protection.ts';
import type { Sheet, Spreadsheet } from '../../spreadsheet/spreadsheet.ts';
import { enter } from '../../values/enter.ts';
import { asksFor, readUpdateMask } from '../../wire/field-mask.ts';
import { message } from '../../wire/message.ts';
import { text } from '../../wire/reader.ts';
import { Table } from '../../wire/table.ts';
import type { TableColumnProperties } from '../../wire/table.ts';
import { kind } from '../kind.ts';

/** The names of the columns are written into the first row; a column without one gets the text there, or a number. */
export const addTable = kind(message('AddTableRequest', { table: Table }), (edit, { table: given = {} }) => {
  const { tableId = String(newId(edit.book)), name = freeName(edit.book), columnProperties = [] } = given;
  if (tablesOf(edit.book).some(({ table }) => table.tableId === tableId))
    throw new Refusal(`A table with the ID ${tableId} already exists.`);
  refuseName(edit.book, name);
  const { sheet, area } = freePlace(edit, cellsOf(edit.book, given.range));
  const table = {
    tableId,
    name,
    area,
    columns: typedColumns(columnProperties, area),
    ...(given.rowsProperties && { rowsProperties: given.rowsProperties }),
  };
  nameColumns(edit, { sheet, area }, columnProperties);
  setTables(sheet, [...sheet.overlay.tables, table]);
  return { addTable: { table: describeTable({ book: edit.book, sheet }, table) } };
});

export const updateTable = kind(
  message('UpdateTableRequest', { table: Table, fields: text }),
  (edit, { table: given = {}, fields }) => {
    const mask = readUpdateMask(fields, Table.fields ?? {});
    const { sheet, table: old } = tableById(edit.book, given.tableId);
    const { name = '', columnProperties = [], rowsProperties } = given;
    if (asksFor(mask, 'name')) refuseName(edit.book, name, old);
    const place = asksFor(mask, 'range')
      ? freePlace(edit, cellsOf(edit.book, given.range), old)
      : { sheet, area: old.area };
    if (place.sheet !== sheet) throw new Refusal('A table cannot be moved to another sheet.');
    const { rowsProperties: oldRows, ...rest } = old;
    const rows = asksFor(mask, 'rowsProperties') ? rowsProperties : oldRows;
    const updated = {
      ...rest,
      area: place.area,
      ...(asksFor(mask, 'name') && { name }),
      ...(asksFor(mask, 'columnProperties') && { columns: typedColumns(columnProperties, place.area) }),
      ...(rows && { rowsProperties: rows }),
    };
    nameColumns(edit, place, asksFor(mask, 'columnProperties') ? columnProperties : []);
    setTables(
      sheet,
      sheet.overlay.tables.map((one) => (one === old ? updated : one)),
    );
  },
);

/** The cells of the table go with it, and the conditional formats that lie on it alone. */
export const deleteTable = kind(message('DeleteTableRequest', { tableId: text }), (edit, { tableId }) => {
  const { sheet, table: gone } = tableById(edit.book, tableId);
  guard(edit, sheet, gone.area);
  editArea(sheet.grid, gone.area, () => undefined);
  setTables(
    sheet,
    sheet.overlay.tables.filter((one) => one !== gone),
  );
  const conditionalFormats = sheet.overlay.conditionalFormats.filter(
    ({ areas }) => !areas.every((area) => contains(gone.area, area)),
  );
  sheet.overlay = { ...sheet.overlay, conditionalFormats };
});

function typedColumns(columns: readonly TableColumnProperties[], { left, right }: Area): TableColumn[] {
  return columns.flatMap((column) => {
    const { columnIndex = 0, columnName: _, ...type } = column;
    const index = left + columnIndex;
    if (columnIndex < 0 || index >= right) throw new Refusal(`The table has no column at index: ${columnIndex}`);
    if ((type.columnType === 'DROPDOWN') !== (type.dataValidationRule !== undefined))
      throw new Refusal('A data validation rule belongs to columns of the type DROPDOWN, and only to them.');
    return Object.keys(type).length > 0 ? [{ ...type, index }] : [];
  });
}

function nameColumns(edit: Edit, { sheet, area }: Located, columns: readonly TableColumnProperties[]): void {
  const names = new Map(columns.map(({ columnIndex = 0, columnName }) => [area.left + columnIndex, columnName]));
  const header = { ...area, bottom: area.top + 1 };
  guard(edit, sheet, header);
  editArea(sheet.grid, header, (cell, row, column) => {
    const kept = cellAt(sheet.grid, row, column)?.value === undefined ? `Column ${column - area.left + 1}` : undefined;
    const name = names.get(column) ?? kept;
    return name === undefined ? cell : enter(cell, name, { option: 'RAW' });
  });
}

function freePlace({ book }: Edit, place: Located, own?: PlacedTable): Located {
  const taken = tablesOf(book).some(
    ({ sheet, table }) => table !== own && sheet === place.sheet && intersects(table.area, place.area),
  );
  if (taken) throw new Refusal('A table must not overlap another table.');
  return place;
}

function refuseName(book: Spreadsheet, name: string, own?: PlacedTable): void {
  if (name === '') throw new Refusal('The table name cannot be empty.');
  const other = tablesOf(book).some(({ table }) => table !== own && table.name.toLowerCase() === name.toLowerCase());
  if (other) throw new Refusal(`A table with the name "${name}" already exists. Please enter another name.`);
}

function freeName(book: Spreadsheet): string {
  const taken = tablesOf(book).map(({ table }) => table.name);
  let number = 1;
  while (taken.includes(`Table${number}`)) number += 1;
  return `Table${number}`;
}

const tablesOf = ({ sheets }: Spreadsheet) =>
  sheets.flatMap((sheet) => sheet.overlay.tables.map((table) => ({ sheet, table })));

function tableById(book: Spreadsheet, id = ''): { sheet: Sheet; table: PlacedTable } {
  const found = tablesOf(book).find(({ table }) => table.tableId === id);
  if (!found) throw new Refusal(`No table with id: ${id}`);
  return found;
}

function setTables(sheet: Sheet, tables: readonly PlacedTable[]): void {
  sheet.overlay = { ...sheet.overlay, tables };
}
