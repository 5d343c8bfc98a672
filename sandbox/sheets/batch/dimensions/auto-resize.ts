import { display } from '../../format/display.ts';
import type { Cell } from '../../grid/cell.ts';
import { rowAt } from '../../grid/grid.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Locale } from '../../locale/locale.ts';
import { linesOf } from '../../spreadsheet/dimension-range.ts';
import { message } from '../../wire/message.ts';
import { DimensionRange } from '../../wire/messages.ts';
import { kind } from '../kind.ts';
import { updateLooks } from './looks.ts';

/** Of a text in the default font: an emulator does not measure letters. */
const pixels = { perLetter: 7, besideText: 7, perLine: 17, aboveText: 4 };

/** Fits columns to their longest line and rows to their most lines; empty ones keep their size. */
export const autoResizeDimensions = kind(
  message('AutoResizeDimensionsRequest', { dimensions: DimensionRange }),
  (edit, { dimensions }) => {
    const lines = linesOf(edit.book, dimensions);
    const { grid } = lines.sheet;
    const locale = localeOf(edit.book.locale);
    updateLooks(lines, (look, index) => {
      const cells = lines.dimension === 'ROWS' ? rowAt(grid, index) : grid.rows.map((row) => row[index]);
      const texts = cells.flatMap((cell) => textLines(cell, locale));
      if (texts.length === 0) return look;
      return { ...look, pixelSize: lines.dimension === 'ROWS' ? heightOf(cells, locale) : widthOf(texts) };
    });
  },
);

const textLines = (cell: Cell | undefined, locale: Locale): string[] =>
  (cell && display(cell, locale))?.split('\n') ?? [];

const widthOf = (texts: readonly string[]) =>
  texts.reduce((longest, text) => Math.max(longest, text.length), 0) * pixels.perLetter + pixels.besideText;

function heightOf(cells: readonly (Cell | undefined)[], locale: Locale): number {
  const most = cells.reduce((count, cell) => Math.max(count, textLines(cell, locale).length), 1);
  return most * pixels.perLine + pixels.aboveText;
}
