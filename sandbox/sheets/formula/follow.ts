import { movedPlace } from '../grid/move.ts';
import type { Move } from '../grid/move.ts';
import { contains } from '../grid/area.ts';
import { sheetById } from '../spreadsheet/spreadsheet.ts';
import type { Spreadsheet } from '../spreadsheet/spreadsheet.ts';
import { copiedFormula } from './syntax/copied.ts';
import { FormulaFailure } from './evaluation/failure.ts';
import { formulasIn, replaceCell } from './placed.ts';
import type { PlacedFormula } from './placed.ts';
import { withArea } from './syntax/reference.ts';
import type { Reference } from './syntax/reference.ts';
import { mapReferences } from './syntax/rewrite.ts';
import { placeOf } from './evaluation/scope.ts';

/** Has the references of all formulas name the cells that they named before the move. */
export function followWithFormulas(book: Spreadsheet, move: Move): void {
  for (const placed of formulasIn(book)) {
    if (placed.cell.unreadable) continue;
    const formula = move.kind === 'sort' ? sortedFormula(placed, move) : movedFormula(book, placed, move);
    if (formula !== placed.formula) replaceCell(placed.sheet.grid, placed, { ...placed.cell, formula });
  }
}

/** A formula that a sort takes to another row is as if it had been copied there; those elsewhere stay as they are. */
function sortedFormula({ sheet, row, column, formula }: PlacedFormula, move: Extract<Move, { kind: 'sort' }>): string {
  const { area, order, sheetId } = move;
  if (sheet.sheetId !== sheetId || column < area.left || column >= area.right) return formula;
  const from = order[row - area.top];
  return from === undefined ? formula : copiedFormula(formula, { down: row - from, right: 0 });
}

type Shifting = Exclude<Move, { kind: 'sort' }>;

function movedFormula(book: Spreadsheet, placed: PlacedFormula, move: Shifting): string {
  const { sheetId } = placed.sheet;
  const home = { book, sheetId: wasMoved(placed, move) ? move.sheetId : sheetId };
  return mapReferences(placed.formula, (reference) => {
    const place = placeBefore(reference, home);
    // The sheet is gone, and with it what its name would lead to.
    if (!place) return move.kind === 'drop sheet' ? undefined : reference;
    const moved = movedPlace(place, move);
    if (!moved) return undefined;
    const needsTitle = reference.title !== undefined || moved.sheetId !== sheetId;
    const title = needsTitle ? sheetById(book, moved.sheetId)?.title : undefined;
    return withArea({ ...reference, ...(title !== undefined && { title }) }, moved.area);
  });
}

/** A formula that was cut from another sheet means that sheet's cells by a reference without a title. */
function wasMoved({ sheet, row, column }: PlacedFormula, move: Shifting): boolean {
  const at = { top: row, bottom: row + 1, left: column, right: column + 1 };
  return move.kind === 'cut' && move.to.sheetId === sheet.sheetId && contains(move.to.area, at);
}

function placeBefore(reference: Reference, home: { book: Spreadsheet; sheetId: number }) {
  try {
    return placeOf(reference, home);
  } catch (error) {
    if (error instanceof FormulaFailure) return undefined;
    throw error;
  }
}
