import type { Spreadsheet } from '../spreadsheet/spreadsheet.ts';
import { formulasIn, replaceCell } from './placed.ts';
import { mapReferences } from './syntax/rewrite.ts';

/** Has all formulas of these sheets call a sheet by its new title. */
export function renameInFormulas(book: Pick<Spreadsheet, 'sheets'>, from: string, to: string): void {
  const isOld = (title: string | undefined) => title?.toLowerCase() === from.toLowerCase();
  for (const placed of formulasIn(book)) {
    if (placed.cell.unreadable) continue;
    const formula = mapReferences(placed.formula, (reference) =>
      isOld(reference.title) ? { ...reference, title: to } : reference,
    );
    if (formula !== placed.formula) replaceCell(placed.sheet.grid, placed, { ...placed.cell, formula });
  }
}
