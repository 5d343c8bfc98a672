import { Refusal } from '../../errors.ts';
import { editArea } from '../../grid/grid.ts';
import { cellsFrom } from '../../spreadsheet/grid-range.ts';
import { guard } from '../../spreadsheet/protection.ts';
import { resizeSheet } from '../../spreadsheet/shift.ts';
import { readDelimited } from '../../values/delimited.ts';
import { asTyped, enter } from '../../values/enter.ts';
import { readHtmlTable } from '../../values/html-table.ts';
import { message } from '../../wire/message.ts';
import { GridCoordinate } from '../../wire/messages.ts';
import { bool, text } from '../../wire/reader.ts';
import type { Read } from '../../wire/reader.ts';
import { PasteType } from '../cells/paste-type.ts';
import { kind } from '../kind.ts';
import { withinTimeLimit } from './time-limit.ts';

const PasteDataRequest = message(
  'PasteDataRequest',
  { coordinate: GridCoordinate, data: text, type: PasteType, delimiter: text, html: bool },
  { kind: ['delimiter', 'html'] },
);

/**
 * Enters delimited lines, or a table of HTML, from a cell on, as if somebody had typed them; the grid grows as needed. Data
 * of either sort bring texts and no looks, so pasting their format alone changes nothing.
 */
export const pasteData = kind(PasteDataRequest, (edit, request) => {
  const { coordinate = {}, type = 'PASTE_NORMAL' } = request;
  const lines = withinTimeLimit(() => linesOf(request));
  const { sheet, area: start } = cellsFrom(edit.book, coordinate);
  if (type === 'PASTE_FORMAT') return;
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const area = { ...start, bottom: start.top + lines.length, right: start.left + width };
  resizeSheet(edit, sheet, {
    rowCount: Math.max(sheet.grid.rowCount, area.bottom),
    columnCount: Math.max(sheet.grid.columnCount, area.right),
  });
  guard(edit, sheet, area);
  const mode = asTyped(edit);
  editArea(sheet.grid, area, (cell, row, column) => {
    const value = lines[row - area.top]?.[column - area.left];
    return value === undefined ? cell : enter(cell, value, mode);
  });
});

function linesOf({ data = '', delimiter, html = false }: Read<typeof PasteDataRequest>): string[][] {
  if (html) return readHtmlTable(data);
  if (!delimiter) throw new Refusal('Must specify either delimiter or html.');
  return readDelimited(data, delimiter);
}
