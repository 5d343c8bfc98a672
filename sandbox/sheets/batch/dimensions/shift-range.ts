import { Refusal } from '../../errors.ts';
import type { Band } from '../../grid/band.ts';
import { cellsOf } from '../../spreadsheet/grid-range.ts';
import { deleteCells, insertCells } from '../../spreadsheet/push.ts';
import type { Edit } from '../../spreadsheet/edit.ts';
import type { Sheet } from '../../spreadsheet/spreadsheet.ts';
import { message } from '../../wire/message.ts';
import { Dimension, GridRange } from '../../wire/messages.ts';
import { kind } from '../kind.ts';

type Shift = { range?: GridRange; shiftDimension?: Band['dimension'] };

/** Puts empty cells into a range; what is there and behind moves down or right. */
export const insertRange = kind(
  message('InsertRangeRequest', { range: GridRange, shiftDimension: Dimension }),
  (edit, request) => {
    const { sheet, band } = bandOf(edit, request);
    insertCells(edit, sheet, band);
  },
);

/** Takes the cells of a range out; what is behind moves up or left. The grid keeps its size. */
export const deleteRange = kind(
  message('DeleteRangeRequest', { range: GridRange, shiftDimension: Dimension }),
  (edit, request) => {
    const { sheet, band } = bandOf(edit, request);
    deleteCells(edit, sheet, band);
  },
);

function bandOf({ book }: Edit, { range, shiftDimension }: Shift): { sheet: Sheet; band: Band } {
  if (!shiftDimension) throw new Refusal('No dimension specified.');
  const { sheet, area } = cellsOf(book, range);
  return { sheet, band: { area, dimension: shiftDimension } };
}
