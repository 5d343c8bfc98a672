import { Refusal } from '../../errors.ts';
import { linesOf } from '../../spreadsheet/dimension-range.ts';
import { gridById } from '../../spreadsheet/grid-range.ts';
import { inheritLook } from '../../spreadsheet/inherit.ts';
import { deleteLines, insertLines, moveLines, resizeSheet } from '../../spreadsheet/shift.ts';
import { asksFor, knownFields, readUpdateMask } from '../../wire/field-mask.ts';
import { message } from '../../wire/message.ts';
import { Dimension, DimensionRange } from '../../wire/messages.ts';
import { bool, int32, text } from '../../wire/reader.ts';
import { kind } from '../kind.ts';
import { updateLooks } from './looks.ts';

export const insertDimension = kind(
  message('InsertDimensionRequest', { range: DimensionRange, inheritFromBefore: bool }),
  (edit, { range, inheritFromBefore = false }) => {
    const { sheet, dimension, start, end, count } = linesOf(edit.book, range);
    if (range?.endIndex === undefined || end <= start)
      throw new Refusal('DimensionRange must not be empty: its start is not before its end.');
    if (inheritFromBefore && start === 0)
      throw new Refusal('range.startIndex must be greater than 0 if inheritFromBefore is true.');
    if (start > count) throw new Refusal(`range.startIndex is larger than current grid size (${count})`);
    if (!inheritFromBefore && start === count) {
      throw new Refusal(`range.startIndex must be less than the grid size (${count}) if inheritFromBefore is false.`);
    }
    const lines = { dimension, start, count: end - start };
    insertLines(edit, sheet, lines);
    inheritLook(sheet, lines, inheritFromBefore ? start - 1 : end);
  },
);

/** Rows or columns past the end of the grid are no reason to refuse, only a start past it is. */
export const deleteDimension = kind(message('DeleteDimensionRequest', { range: DimensionRange }), (edit, { range }) => {
  const { sheet, dimension, start, end, count } = linesOf(edit.book, range);
  const noun = dimension === 'ROWS' ? 'row' : 'column';
  if (start >= count) {
    throw new Refusal(
      `Cannot delete a ${noun} that doesn't exist. Tried to delete ${noun} index ${start} but there are only ${count} ${noun}s.`,
    );
  }
  if (end <= start) throw new Refusal('DimensionRange must not be empty: its start is not before its end.');
  deleteLines(edit, sheet, { dimension, start, count: Math.min(end, count) - start });
});

/** `destinationIndex` counts the rows or columns as they are before the move; one inside of the source moves nothing. */
export const moveDimension = kind(
  message('MoveDimensionRequest', { source: DimensionRange, destinationIndex: int32 }),
  (edit, { source, destinationIndex: to = 0 }) => {
    const { sheet, dimension, start, end, count } = linesOf(edit.book, source);
    const noun = dimension === 'ROWS' ? 'row' : 'column';
    if (end <= start) throw new Refusal('DimensionRange must not be empty: its start is not before its end.');
    if (end > count) throw new Refusal(`Cannot move a ${noun} that doesn't exist: there are only ${count} ${noun}s.`);
    if (to < 0 || to > count)
      throw new Refusal(`destinationIndex[${to}] must be between 0 and the grid size (${count}).`);
    if (to >= start && to <= end) return;
    moveLines(edit, sheet, { dimension, start, count: end - start, to });
  },
);

export const appendDimension = kind(
  message('AppendDimensionRequest', { sheetId: int32, dimension: Dimension, length: int32 }),
  (edit, { sheetId, dimension, length = 0 }) => {
    const sheet = gridById(edit.book, sheetId);
    if (!dimension) throw new Refusal('No dimension specified.');
    if (length < 1) throw new Refusal('The length to append must be at least 1.');
    const { rowCount, columnCount } = sheet.grid;
    const more =
      dimension === 'ROWS'
        ? { rowCount: rowCount + length, columnCount }
        : { rowCount, columnCount: columnCount + length };
    resizeSheet(edit, sheet, more);
  },
);

const dimensionFields = knownFields('hiddenByUser,pixelSize');

export const updateDimensionProperties = kind(
  message('UpdateDimensionPropertiesRequest', {
    range: DimensionRange,
    properties: message('DimensionProperties', { hiddenByUser: bool, pixelSize: int32 }),
    fields: text,
  }),
  (edit, { range, properties = {}, fields }) => {
    const mask = readUpdateMask(fields, dimensionFields);
    updateLooks(linesOf(edit.book, range), (old) => ({
      ...old,
      ...(asksFor(mask, 'hiddenByUser') && { hiddenByUser: properties.hiddenByUser ?? false }),
      ...(asksFor(mask, 'pixelSize') && properties.pixelSize !== undefined && { pixelSize: properties.pixelSize }),
    }));
  },
);
