import { recalculate } from '../../../sheets/formula/recalculation/recalculate.ts';
import { cellAt } from '../../../sheets/grid/grid.ts';
import type { Cell, Scalar } from '../../../sheets/grid/cell.ts';
import { copySpreadsheet, newSheet, newSpreadsheet, sheetByTitle } from '../../../sheets/spreadsheet/spreadsheet.ts';
import type { Spreadsheet } from '../../../sheets/spreadsheet/spreadsheet.ts';
import type { Edit } from '../../../sheets/spreadsheet/edit.ts';
import { locate } from '../../../sheets/spreadsheet/locate.ts';
import { asTyped } from '../../../sheets/values/enter.ts';
import { writeBlock } from '../../../sheets/values/update.ts';

/** 22 November 2026, 09:30 UTC. */
export const now = new Date(Date.UTC(2026, 10, 22, 9, 30));

/** A workbook that is edited as by a person; each edit is calculated at its end, as the store does it. */
export type Sheets = {
  book: () => Spreadsheet;
  edit: (change: (edit: Edit) => void) => void;
  /** Types values from a cell on. */
  type: (range: string, values: readonly (readonly (Scalar | null)[])[]) => void;
  cell: (range: string) => Cell | undefined;
  value: (range: string) => Scalar | undefined;
};

/** Two sheets, `Sheet1` and `My sheet`, with values typed from A1 of the first on. */
export function sheetOf(values: readonly (readonly (Scalar | null)[])[], locale = 'en_US'): Sheets {
  let book = newSpreadsheet({ spreadsheetId: 'test', owner: 'owner', title: 'Test', time: now.toISOString() });
  book.sheets.push(newSheet(7, 'My sheet', { rowCount: 100, columnCount: 10 }));
  book.locale = locale;
  const sheets: Sheets = {
    book: () => book,
    edit(change) {
      const before = book;
      const edit = { book: copySpreadsheet(before), before, user: 'owner', now };
      change(edit);
      recalculate(edit);
      book = edit.book;
    },
    type(range, block) {
      sheets.edit((edit) => writeBlock(edit, locate(edit.book, range), { block, mode: asTyped(edit) }));
    },
    cell(range) {
      const { sheet, area } = locate(book, range);
      return cellAt(sheetByTitle(book, sheet.title)?.grid ?? sheet.grid, area.top, area.left);
    },
    value: (range) => sheets.cell(range)?.value,
  };
  if (values.length > 0) sheets.type('A1', values);
  return sheets;
}
