import { cellsOf, gridById } from '../../spreadsheet/grid-range.ts';
import { BasicFilter, specsOf } from '../../wire/filter.ts';
import { message } from '../../wire/message.ts';
import { int32 } from '../../wire/reader.ts';
import { kind } from '../kind.ts';

/** A filter hides rows from people only: every answer of the values calls has all rows. */
export const setBasicFilter = kind(
  message('SetBasicFilterRequest', { filter: BasicFilter }),
  (edit, { filter = {} }) => {
    const { sheet, area } = cellsOf(edit.book, filter.range);
    sheet.basicFilter = { area, specs: specsOf(filter), sortSpecs: filter.sortSpecs ?? [] };
  },
);

export const clearBasicFilter = kind(message('ClearBasicFilterRequest', { sheetId: int32 }), (edit, { sheetId }) => {
  delete gridById(edit.book, sheetId).basicFilter;
});
