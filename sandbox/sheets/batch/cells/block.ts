import { contains } from '../../grid/area.ts';
import type { Area } from '../../grid/area.ts';
import type { Cell } from '../../grid/cell.ts';
import { cellAt } from '../../grid/grid.ts';
import type { Located } from '../../spreadsheet/locate.ts';

/** Copied cells, and the merges among them, both counted from the block's top left. */
export type Block = {
  readonly height: number;
  readonly width: number;
  readonly merges: readonly Area[];
  readonly at: (row: number, column: number) => Cell | undefined;
  /** Where on its sheet such a cell was. */
  readonly origin: (row: number, column: number) => { readonly row: number; readonly column: number };
};

/** The cells as they are now: later edits of the grid do not show in the block. */
export function blockOf({ sheet, area }: Located, { transposed = false } = {}): Block {
  const { top, left } = area;
  const height = area.bottom - top;
  const width = area.right - left;
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => cellAt(sheet.grid, top + row, left + column)),
  );
  const merges = sheet.merges
    .filter((merge) => contains(area, merge))
    .map((merge) => ({
      top: merge.top - top,
      bottom: merge.bottom - top,
      left: merge.left - left,
      right: merge.right - left,
    }));
  const origin = (row: number, column: number) => ({ row: top + row, column: left + column });
  if (!transposed) return { height, width, merges, at: (row, column) => rows[row]?.[column], origin };
  return {
    height: width,
    width: height,
    merges: merges.map((merge) => ({
      top: merge.left,
      bottom: merge.right,
      left: merge.top,
      right: merge.bottom,
    })),
    at: (row, column) => rows[column]?.[row],
    origin: (row, column) => origin(column, row),
  };
}
