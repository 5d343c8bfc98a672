import type { Area } from '../../grid/area.ts';
import type { Cell } from '../../grid/cell.ts';
import { withoutValue } from '../../grid/cell.ts';
import { cellAt, editArea } from '../../grid/grid.ts';
import type { Grid } from '../../grid/grid.ts';
import { cellsFrom, cellsOf } from '../../spreadsheet/grid-range.ts';
import { exceedsGrid } from '../../spreadsheet/locate.ts';
import type { Located } from '../../spreadsheet/locate.ts';
import { guard } from '../../spreadsheet/protection.ts';
import { message } from '../../wire/message.ts';
import { GridCoordinate, GridRange } from '../../wire/messages.ts';
import { oneOf } from '../../wire/reader.ts';
import { kind } from '../kind.ts';

const PasteType = oneOf('PasteType', ['PASTE_NORMAL', 'PASTE_VALUES', 'PASTE_FORMAT', 'PASTE_FORMULA']);
type PasteTypeName = 'PASTE_NORMAL' | 'PASTE_VALUES' | 'PASTE_FORMAT' | 'PASTE_FORMULA';

/** Copies a block; a destination that holds it several times over is filled. */
export const copyPaste = kind(
  message('CopyPasteRequest', {
    source: GridRange,
    destination: GridRange,
    pasteType: PasteType,
    pasteOrientation: oneOf('PasteOrientation', ['NORMAL', 'TRANSPOSE']),
  }),
  (edit, { source, destination, pasteType = 'PASTE_NORMAL', pasteOrientation }) => {
    const from = cellsOf(edit.book, source);
    const to = cellsOf(edit.book, destination);
    const block = blockOf(from.sheet.grid, from.area, pasteOrientation === 'TRANSPOSE');
    const target = { sheet: to.sheet, area: filledArea(to.area, block) };
    refuseOutside(target);
    guard(edit, target.sheet, target.area);
    paste(target, block, pasteType);
  },
);

/** Moves a block. Where source and destination overlap, the moved cells win. */
export const cutPaste = kind(
  message('CutPasteRequest', { source: GridRange, destination: GridCoordinate, pasteType: PasteType }),
  (edit, { source, destination = {}, pasteType = 'PASTE_NORMAL' }) => {
    const from = cellsOf(edit.book, source);
    const to = cellsFrom(edit.book, destination);
    const block = blockOf(from.sheet.grid, from.area, false);
    const { top, left } = to.area;
    const target = { sheet: to.sheet, area: { top, left, bottom: top + block.height, right: left + block.width } };
    refuseOutside(target);
    guard(edit, from.sheet, from.area);
    guard(edit, target.sheet, target.area);
    editArea(from.sheet.grid, from.area, (cell) => (pasteType === 'PASTE_NORMAL' ? undefined : withoutValue(cell)));
    paste(target, block, pasteType);
  },
);

type Block = { height: number; width: number; at: (row: number, column: number) => Cell | undefined };

/** The cells as they are now: later edits of the grid do not show in the block. */
function blockOf(grid: Grid, area: Area, transposed: boolean): Block {
  const height = area.bottom - area.top;
  const width = area.right - area.left;
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => cellAt(grid, area.top + row, area.left + column)),
  );
  if (transposed) return { height: width, width: height, at: (row, column) => rows[column]?.[row] };
  return { height, width, at: (row, column) => rows[row]?.[column] };
}

function filledArea({ top, left, bottom, right }: Area, { height, width }: Block): Area {
  const fits = (bottom - top) % height === 0 && (right - left) % width === 0;
  return fits ? { top, left, bottom, right } : { top, left, bottom: top + height, right: left + width };
}

function refuseOutside({ sheet, area }: Located): void {
  if (area.bottom > sheet.grid.rowCount || area.right > sheet.grid.columnCount) throw exceedsGrid(sheet, area);
}

function paste({ sheet, area }: Located, block: Block, pasteType: PasteTypeName): void {
  editArea(sheet.grid, area, (old, row, column) =>
    pasted(old, block.at((row - area.top) % block.height, (column - area.left) % block.width), pasteType),
  );
}

function pasted(old: Cell | undefined, cell: Cell | undefined, pasteType: PasteTypeName): Cell | undefined {
  const { value, formula, format } = cell ?? {};
  if (pasteType === 'PASTE_NORMAL') return cell;
  if (pasteType === 'PASTE_FORMAT') {
    const { format: _, ...rest } = old ?? {};
    return { ...rest, ...(format && { format }) };
  }
  const keepsFormula = pasteType === 'PASTE_FORMULA' && formula !== undefined;
  return { ...withoutValue(old), ...(value !== undefined && { value }), ...(keepsFormula && { formula }) };
}
