import { randomInt } from 'node:crypto';
import { cellsOf } from '../../spreadsheet/grid-range.ts';
import { permuteRows } from '../../spreadsheet/permute.ts';
import { message } from '../../wire/message.ts';
import { GridRange } from '../../wire/messages.ts';
import { kind } from '../kind.ts';

/** Gives the rows of a range an order by chance. */
export const randomizeRange = kind(message('RandomizeRangeRequest', { range: GridRange }), (edit, { range }) => {
  const place = cellsOf(edit.book, range);
  const { top, bottom } = place.area;
  const rows = Array.from({ length: bottom - top }, (_, index) => ({ row: top + index, draw: randomInt(2 ** 47) }));
  const drawn = rows.toSorted((a, b) => a.draw - b.draw).map(({ row }) => row);
  permuteRows(edit, place, drawn);
});
