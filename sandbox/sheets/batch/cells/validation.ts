import { editArea } from '../../grid/grid.ts';
import { cellsOf } from '../../spreadsheet/grid-range.ts';
import { guard } from '../../spreadsheet/protection.ts';
import { DataValidationRule } from '../../wire/condition.ts';
import { message } from '../../wire/message.ts';
import { GridRange } from '../../wire/messages.ts';
import { bool } from '../../wire/reader.ts';
import { kind } from '../kind.ts';
import { checked } from './cell-data.ts';

/** Gives the cells of a range a rule for what people may enter, or takes theirs away. Values that are there stay. */
export const setDataValidation = kind(
  message('SetDataValidationRequest', { range: GridRange, rule: DataValidationRule, filteredRowsIncluded: bool }),
  (edit, { range, rule }) => {
    const { sheet, area } = cellsOf(edit.book, range);
    guard(edit, sheet, area);
    const validation = checked(rule);
    editArea(sheet.grid, area, (cell) => {
      const { validation: _, ...rest } = cell ?? {};
      const next = { ...rest, ...(validation && { validation }) };
      return Object.keys(next).length > 0 ? next : undefined;
    });
  },
);
