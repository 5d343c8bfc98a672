import type { Area } from '../../grid/area.ts';
import type { Cell } from '../../grid/cell.ts';
import { editArea } from '../../grid/grid.ts';
import { cellsOf } from '../../spreadsheet/grid-range.ts';
import { guard } from '../../spreadsheet/protection.ts';
import { Border } from '../../wire/cell-format.ts';
import { message } from '../../wire/message.ts';
import { GridRange } from '../../wire/messages.ts';
import { isObject } from '../../wire/reader.ts';
import type { Read } from '../../wire/reader.ts';
import { kind } from '../kind.ts';

const UpdateBordersRequest = message('UpdateBordersRequest', {
  range: GridRange,
  top: Border,
  bottom: Border,
  left: Border,
  right: Border,
  innerHorizontal: Border,
  innerVertical: Border,
});
type Given = Read<typeof UpdateBordersRequest>;

/** A border that is not given stays as it is. */
export const updateBorders = kind(UpdateBordersRequest, (edit, given) => {
  const { sheet, area } = cellsOf(edit.book, given.range);
  guard(edit, sheet, area);
  editArea(sheet.grid, area, (cell, row, column) => withBorders(cell, sidesAt(area, { row, column, given })));
});

type Sides = Readonly<Record<'top' | 'bottom' | 'left' | 'right', Border | undefined>>;

/** Which borders of the request meet at a cell: the outer ones at the edges of the area, the inner ones elsewhere. */
const sidesAt = (area: Area, { row, column, given }: { row: number; column: number; given: Given }): Sides => ({
  top: row === area.top ? given.top : given.innerHorizontal,
  bottom: row === area.bottom - 1 ? given.bottom : given.innerHorizontal,
  left: column === area.left ? given.left : given.innerVertical,
  right: column === area.right - 1 ? given.right : given.innerVertical,
});

function withBorders(cell: Cell | undefined, sides: Sides): Cell | undefined {
  const { format: { borders: old, ...look } = {}, ...rest } = cell ?? {};
  const given = Object.entries(sides).filter(([, border]) => border !== undefined);
  const all = { ...(isObject(old) && old), ...Object.fromEntries(given) };
  const borders = Object.fromEntries(Object.entries(all).filter(([, border]) => border !== 'none'));
  const format = { ...look, ...(Object.keys(borders).length > 0 && { borders }) };
  const next = { ...rest, ...(Object.keys(format).length > 0 && { format }) };
  return Object.keys(next).length > 0 ? next : undefined;
}
