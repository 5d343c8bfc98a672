import { Refusal } from '../../errors.ts';
import { display } from '../../format/display.ts';
import { wholeGrid } from '../../grid/area.ts';
import type { Cell } from '../../grid/cell.ts';
import { rowAt, setRow } from '../../grid/grid.ts';
import { localeOf } from '../../locale/locale.ts';
import type { Edit } from '../../spreadsheet/edit.ts';
import { cellsOf, gridById } from '../../spreadsheet/grid-range.ts';
import type { Located } from '../../spreadsheet/locate.ts';
import { guard } from '../../spreadsheet/protection.ts';
import type { Spreadsheet } from '../../spreadsheet/spreadsheet.ts';
import { asTyped, enter } from '../../values/enter.ts';
import { message } from '../../wire/message.ts';
import { GridRange } from '../../wire/messages.ts';
import { bool, int32, text } from '../../wire/reader.ts';
import type { Read } from '../../wire/reader.ts';
import { kind } from '../kind.ts';
import { searchFor } from './search.ts';
import type { Search } from './search.ts';
import { withinTimeLimit } from './time-limit.ts';

const fields = {
  find: text,
  replacement: text,
  matchCase: bool,
  matchEntireCell: bool,
  searchByRegex: bool,
  includeFormulas: bool,
  range: GridRange,
  sheetId: int32,
  allSheets: bool,
};
const FindReplaceRequest = message('FindReplaceRequest', fields, { scope: ['range', 'sheetId', 'allSheets'] });
type FindReplaceRequest = Read<typeof FindReplaceRequest>;

/** Looks in what cells show, or in the formulas themselves; what comes out is entered as if somebody had typed it. */
export const findReplace = kind(FindReplaceRequest, (edit, request) => {
  const search = searchFor(request);
  const { includeFormulas = false, searchByRegex } = request;
  const replaceAll = () =>
    scopeOf(edit.book, request).map((place) => replaceIn(edit, place, { search, includeFormulas }));
  const found = searchByRegex ? withinTimeLimit(replaceAll) : replaceAll();
  const sum = (name: keyof Counts) => found.reduce((total, counts) => total + counts[name], 0);
  const reply = {
    valuesChanged: sum('valuesChanged'),
    formulasChanged: sum('formulasChanged'),
    rowsChanged: sum('rowsChanged'),
    sheetsChanged: found.filter((counts) => counts.rowsChanged > 0).length,
    occurrencesChanged: sum('occurrencesChanged'),
  };
  return { findReplace: Object.fromEntries(Object.entries(reply).filter(([, count]) => count > 0)) };
});

function scopeOf(book: Spreadsheet, { range, sheetId, allSheets = false }: FindReplaceRequest): Located[] {
  if (!range && sheetId === undefined && !allSheets) throw new Refusal('Must specify range, sheetId or allSheets.');
  if (range) return [cellsOf(book, range)];
  const sheets = allSheets ? book.sheets : [gridById(book, sheetId)];
  return sheets.map((sheet) => ({ sheet, area: wholeGrid(sheet.grid) }));
}

type Counts = { valuesChanged: number; formulasChanged: number; rowsChanged: number; occurrencesChanged: number };
type Looking = { search: Search; includeFormulas: boolean };

function replaceIn(edit: Edit, { sheet, area }: Located, { search, includeFormulas }: Looking): Counts {
  const counts = { valuesChanged: 0, formulasChanged: 0, rowsChanged: 0, occurrencesChanged: 0 };
  const { grid } = sheet;
  const [mode, locale] = [asTyped(edit), localeOf(edit.book.locale)];
  const searched = (cell: Cell) => {
    if (cell.formula === undefined) return display(cell, locale);
    return includeFormulas ? cell.formula : undefined;
  };
  for (let row = area.top; row < Math.min(area.bottom, grid.rows.length); row += 1) {
    const cells = [...rowAt(grid, row)];
    let isChanged = false;
    for (let column = area.left; column < Math.min(area.right, cells.length); column += 1) {
      const cell = cells[column];
      const { text: replaced, occurrences } = search((cell && searched(cell)) ?? '');
      if (!cell || occurrences === 0) continue;
      guard(edit, sheet, { top: row, left: column, bottom: row + 1, right: column + 1 });
      cells[column] = enter(cell, replaced, mode);
      counts[cell.formula === undefined ? 'valuesChanged' : 'formulasChanged'] += 1;
      counts.occurrencesChanged += occurrences;
      isChanged = true;
    }
    if (!isChanged) continue;
    setRow(grid, row, cells);
    counts.rowsChanged += 1;
  }
  return counts;
}
