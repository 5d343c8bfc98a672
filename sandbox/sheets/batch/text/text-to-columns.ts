import { Refusal } from '../../errors.ts';
import { display } from '../../format/display.ts';
import { cellAt, editArea } from '../../grid/grid.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Edit } from '../../spreadsheet/edit.ts';
import { cellsOf } from '../../spreadsheet/grid-range.ts';
import type { Located } from '../../spreadsheet/locate.ts';
import { guard } from '../../spreadsheet/protection.ts';
import { resizeSheet } from '../../spreadsheet/shift.ts';
import { asTyped, enter } from '../../values/enter.ts';
import { message } from '../../wire/message.ts';
import { GridRange } from '../../wire/messages.ts';
import { oneOf, text } from '../../wire/reader.ts';
import { kind } from '../kind.ts';

const delimiters = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' } as const;
const DelimiterType = oneOf('DelimiterType', ['COMMA', 'SEMICOLON', 'PERIOD', 'SPACE', 'CUSTOM', 'AUTODETECT']);

/** Splits the texts of a column; the parts are entered as typed, over what is to the right. The grid grows as needed. */
export const textToColumns = kind(
  message('TextToColumnsRequest', { source: GridRange, delimiter: text, delimiterType: DelimiterType }),
  (edit, { source, delimiter, delimiterType = 'AUTODETECT' }) => {
    const place = cellsOf(edit.book, source);
    const { left, right } = place.area;
    if (right - left !== 1) throw new Refusal('The source must span exactly one column.');
    const texts = textsOf(edit, place);
    const separator = separatorOf(texts, { delimiter, delimiterType });
    const split = texts.map((one) => (one === undefined || separator === undefined ? [] : one.split(separator)));
    write(edit, place, split);
  },
);

type Separating = { delimiter: string | undefined; delimiterType: keyof typeof delimiters | 'CUSTOM' | 'AUTODETECT' };

/** The separator that is found by itself is the first of the known ones that any of the texts has. */
function separatorOf(
  texts: readonly (string | undefined)[],
  { delimiter, delimiterType }: Separating,
): string | undefined {
  if (delimiterType === 'AUTODETECT') {
    return Object.values(delimiters).find((one) => texts.some((value) => value?.includes(one)));
  }
  if (delimiterType !== 'CUSTOM') return delimiters[delimiterType];
  if (!delimiter) throw new Refusal('A custom delimiter must not be empty.');
  return delimiter;
}

/** What the cells show, formulas left out. */
function textsOf({ book }: Edit, { sheet: { grid }, area }: Located): (string | undefined)[] {
  const bottom = Math.min(area.bottom, grid.rows.length);
  return Array.from({ length: Math.max(0, bottom - area.top) }, (_, index) => {
    const cell = cellAt(grid, area.top + index, area.left);
    return cell && cell.formula === undefined ? display(cell, localeOf(book.locale)) : undefined;
  });
}

function write(edit: Edit, { sheet, area: { top, left } }: Located, split: readonly (readonly string[])[]): void {
  const width = split.reduce((most, parts) => Math.max(most, parts.length), 1);
  const { rowCount, columnCount } = sheet.grid;
  resizeSheet(edit, sheet, { rowCount, columnCount: Math.max(columnCount, left + width) });
  const mode = asTyped(edit);
  split.forEach((parts, index) => {
    if (parts.length < 2) return;
    const area = { top: top + index, bottom: top + index + 1, left, right: left + parts.length };
    guard(edit, sheet, area);
    editArea(sheet.grid, area, (cell, _, column) => enter(cell, parts[column - left] ?? '', mode));
  });
}
