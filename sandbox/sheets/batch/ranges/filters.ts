import { cellsOf, gridById } from '../../spreadsheet/grid-range.ts';
import { message } from '../../wire/message.ts';
import { GridRange } from '../../wire/messages.ts';
import { int32, opaque } from '../../wire/reader.ts';
import { kind } from '../kind.ts';

/** A filter hides rows from people only: every answer of the values calls has all rows. */
export const setBasicFilter = kind(
  message('SetBasicFilterRequest', { filter: message('BasicFilter', { range: GridRange, criteria: opaque }) }),
  (edit, { filter = {} }) => {
    const { sheet, area } = cellsOf(edit.book, filter.range);
    sheet.basicFilter = { area, ...(filter.criteria && { criteria: filter.criteria }) };
  },
);

export const clearBasicFilter = kind(message('ClearBasicFilterRequest', { sheetId: int32 }), (edit, { sheetId }) => {
  delete gridById(edit.book, sheetId).basicFilter;
});
