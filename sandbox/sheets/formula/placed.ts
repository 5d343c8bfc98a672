import type { Cell } from '../grid/cell.ts';
import { rowAt, setRow } from '../grid/grid.ts';
import type { Grid } from '../grid/grid.ts';
import type { Sheet, Spreadsheet } from '../spreadsheet/spreadsheet.ts';

/** A formula in its cell. */
export type PlacedFormula = {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
  readonly formula: string;
};

/** All formulas of a workbook, row by row. Sheets that never had one are not walked through: most of them are tables. */
export function formulasIn({ sheets }: Pick<Spreadsheet, 'sheets'>): PlacedFormula[] {
  const found: PlacedFormula[] = [];
  for (const sheet of sheets) if (sheet.grid.mayHaveFormulas) addFormulas(sheet, found);
  return found;
}

function addFormulas(sheet: Sheet, found: PlacedFormula[]): void {
  const { rows } = sheet.grid;
  for (let row = 0; row < rows.length; row += 1) {
    const cells = rows[row] ?? [];
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column];
      if (cell?.formula !== undefined) found.push({ sheet, row, column, cell, formula: cell.formula });
    }
  }
}

/** The row is replaced: it may be shared with an earlier version of the sheet. */
export function replaceCell(grid: Grid, { row, column }: { row: number; column: number }, cell: Cell): void {
  setRow(grid, row, rowAt(grid, row).with(column, cell));
}
