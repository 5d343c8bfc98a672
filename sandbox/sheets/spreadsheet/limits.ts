import { Refusal } from '../errors.ts';
import type { Size } from '../grid/area.ts';
import type { Sheet, Spreadsheet } from './spreadsheet.ts';

const maxCells = 10_000_000;
const maxColumns = 18_278;

/** Refuses a size that a sheet is about to get. Google counts the cells of all grids of the workbook, full or empty. */
export function refuseTooLarge(book: Spreadsheet, sheet: Sheet, { rowCount, columnCount }: Size): void {
  if (columnCount > maxColumns) {
    throw new Refusal(
      `This action would increase the number of columns in the sheet above the limit of ${maxColumns} columns.`,
    );
  }
  const others = book.sheets.filter((one) => one.sheetId !== sheet.sheetId);
  const cells = others.reduce((sum, { grid }) => sum + grid.rowCount * grid.columnCount, rowCount * columnCount);
  if (cells > maxCells) {
    throw new Refusal(
      `This action would increase the number of cells in the workbook above the limit of ${maxCells} cells.`,
    );
  }
}
