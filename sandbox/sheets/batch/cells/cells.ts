import { Refusal } from '../../errors.ts';
import type { Area } from '../../grid/area.ts';
import { copiedCell } from '../../formula/syntax/copied.ts';
import { editArea, usedRows } from '../../grid/grid.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Edit } from '../../spreadsheet/edit.ts';
import { cellsFrom, cellsOf, gridById } from '../../spreadsheet/grid-range.ts';
import { guard } from '../../spreadsheet/protection.ts';
import type { Sheet } from '../../spreadsheet/spreadsheet.ts';
import { resizeSheet } from '../../spreadsheet/shift.ts';
import { asksFor, readUpdateMask } from '../../wire/field-mask.ts';
import type { FieldMask } from '../../wire/field-mask.ts';
import { message } from '../../wire/message.ts';
import { CellData, GridCoordinate, GridRange, RowData } from '../../wire/messages.ts';
import { int32, list, text } from '../../wire/reader.ts';
import { cellFields, updatedCell } from './cell-data.ts';
import { kind } from '../kind.ts';

/** Writes cells from a start on, or into a range; in a range, what the rows do not cover is emptied of the fields. */
export const updateCells = kind(
  message(
    'UpdateCellsRequest',
    { rows: list(RowData), fields: text, start: GridCoordinate, range: GridRange },
    { area: ['start', 'range'] },
  ),
  (edit, { rows = [], fields, start, range }) => {
    const mask = readUpdateMask(fields, cellFields);
    if (start) {
      writeCells(edit, start, { rows, mask });
      return;
    }
    if (!range) throw new Refusal('Must specify either start or range.');
    const { sheet, area } = cellsOf(edit.book, range);
    refuseBeyond(rows, area);
    guard(edit, sheet, area);
    const locale = localeOf(edit.book.locale);
    editArea(sheet.grid, area, (cell, row, column) =>
      updatedCell(cell, rows[row - area.top]?.values?.[column - area.left] ?? {}, { mask, locale }),
    );
  },
);

/** Writes rows of cells from a coordinate on; none may lie outside of the grid. */
export function writeCells(
  edit: Edit,
  start: GridCoordinate,
  { rows, mask }: { rows: readonly RowData[]; mask: FieldMask },
): void {
  const { sheet, area } = cellsFrom(edit.book, start);
  refuseBeyond(rows, area);
  writeRows(edit, sheet, { top: area.top, left: area.left, rows, mask });
}

/** Writes rows below the last row of the sheet that has a value; the grid grows as needed. */
export const appendCells = kind(
  message('AppendCellsRequest', { sheetId: int32, rows: list(RowData), fields: text }),
  (edit, { sheetId, rows = [], fields }) => {
    const mask = readUpdateMask(fields, cellFields);
    const sheet = gridById(edit.book, sheetId);
    const top = usedRows(sheet.grid);
    const { rowCount, columnCount } = sheet.grid;
    refuseBeyond(rows, { top, left: 0, bottom: Infinity, right: columnCount });
    resizeSheet(edit, sheet, { rowCount: Math.max(rowCount, top + rows.length), columnCount });
    writeRows(edit, sheet, { top, left: 0, rows, mask });
  },
);

/** Gives every cell of a range the same value, format or note. A formula is filled in: its references go along (Google's samples). */
export const repeatCell = kind(
  message('RepeatCellRequest', { range: GridRange, cell: CellData, fields: text }),
  (edit, { range, cell = {}, fields }) => {
    const mask = readUpdateMask(fields, cellFields);
    const { sheet, area } = cellsOf(edit.book, range);
    guard(edit, sheet, area);
    const locale = localeOf(edit.book.locale);
    const isFormula = cell.userEnteredValue?.formulaValue !== undefined && asksFor(mask, 'userEnteredValue');
    editArea(sheet.grid, area, (old, row, column) => {
      const updated = updatedCell(old, cell, { mask, locale });
      return isFormula ? copiedCell(updated, { down: row - area.top, right: column - area.left }) : updated;
    });
  },
);

function refuseBeyond(rows: readonly RowData[], area: Area): void {
  const width = rows.reduce((widest, row) => Math.max(widest, row.values?.length ?? 0), 0);
  if (area.top + rows.length > area.bottom) {
    throw new Refusal(`Attempting to write row: ${area.bottom}, beyond the last requested row of: ${area.bottom - 1}`);
  }
  if (area.left + width > area.right) {
    throw new Refusal(
      `Attempting to write column: ${area.right}, beyond the last requested column of: ${area.right - 1}`,
    );
  }
}

type RowsWrite = { top: number; left: number; rows: readonly RowData[]; mask: FieldMask };

/** Each row is as wide as its own data: cells to the right of it stay. */
function writeRows(edit: Edit, sheet: Sheet, { top, left, rows, mask }: RowsWrite): void {
  const locale = localeOf(edit.book.locale);
  rows.forEach(({ values = [] }, index) => {
    if (values.length === 0) return;
    const area = { top: top + index, left, bottom: top + index + 1, right: left + values.length };
    guard(edit, sheet, area);
    editArea(sheet.grid, area, (cell, _, column) => updatedCell(cell, values[column - left] ?? {}, { mask, locale }));
  });
}
