import { contains, intersects } from '../../grid/area.ts';
import type { Area } from '../../grid/area.ts';
import { copiedCell } from '../../formula/syntax/copied.ts';
import { editArea } from '../../grid/grid.ts';
import { Refusal } from '../../errors.ts';
import { follow } from '../../spreadsheet/follow.ts';
import { cellsFrom, cellsOf } from '../../spreadsheet/grid-range.ts';
import { exceedsGrid } from '../../spreadsheet/locate.ts';
import type { Located } from '../../spreadsheet/locate.ts';
import { guard } from '../../spreadsheet/protection.ts';
import { message } from '../../wire/message.ts';
import { GridCoordinate, GridRange } from '../../wire/messages.ts';
import { oneOf } from '../../wire/reader.ts';
import { kind } from '../kind.ts';
import { blockOf } from './block.ts';
import type { Block } from './block.ts';
import { pasted, PasteType } from './paste-type.ts';

const torn = "You can't perform a paste that partially intersects a merge.";
const tornSource =
  "You can't perform a cut/paste from a range that partially intersects a merge. Consider unmerging or selecting a larger " +
  'range that includes the entire merge.';

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
    const block = blockOf(from, { transposed: pasteOrientation === 'TRANSPOSE' });
    const target = { sheet: to.sheet, area: filledArea(to.area, block) };
    refuseOutside(target);
    if (cutMerges(from).length > 0 || cutMerges(target).length > 0) throw new Refusal(torn);
    guard(edit, target.sheet, target.area);
    paste(target, block, { pasteType, shifts: true });
    if (pasteType === 'PASTE_NORMAL') pasteMerges(target, block);
  },
);

/**
 * Moves a block and what lies on it. Where source and destination overlap, the moved cells win. The source is emptied of
 * everything, whatever is pasted (Google's reference).
 */
export const cutPaste = kind(
  message('CutPasteRequest', { source: GridRange, destination: GridCoordinate, pasteType: PasteType }),
  (edit, { source, destination = {}, pasteType = 'PASTE_NORMAL' }) => {
    const from = cellsOf(edit.book, source);
    const to = cellsFrom(edit.book, destination);
    const block = blockOf(from);
    const { top, left } = to.area;
    const target = { sheet: to.sheet, area: { top, left, bottom: top + block.height, right: left + block.width } };
    refuseOutside(target);
    if (cutMerges(from).length > 0) throw new Refusal(tornSource);
    const movesAway = (merge: Area) => from.sheet === target.sheet && contains(from.area, merge);
    if (!cutMerges(target).every(movesAway)) throw new Refusal(torn);
    guard(edit, from.sheet, from.area);
    guard(edit, target.sheet, target.area);
    editArea(from.sheet.grid, from.area, () => undefined);
    paste(target, block, { pasteType, shifts: false });
    const landed = { sheetId: target.sheet.sheetId, area: target.area };
    follow(edit.book, { kind: 'cut', sheetId: from.sheet.sheetId, area: from.area, to: landed });
  },
);

/** `shifts`: the references of copied formulas go along. Those of cut ones still name the same cells. */
type Pasting = { pasteType: PasteType; shifts: boolean };

/** Repeats the block to fill the area. */
function paste({ sheet, area }: Located, block: Block, { pasteType, shifts }: Pasting): void {
  editArea(sheet.grid, area, (old, row, column) => {
    const at = [(row - area.top) % block.height, (column - area.left) % block.width] as const;
    const origin = block.origin(...at);
    const offset = shifts ? { down: row - origin.row, right: column - origin.column } : { down: 0, right: 0 };
    return pasted(old, copiedCell(block.at(...at), offset), pasteType);
  });
}

function pasteMerges({ sheet, area }: Located, block: Block): void {
  const kept = sheet.merges.filter((merge) => !contains(area, merge));
  const copies: Area[] = [];
  for (let top = area.top; top < area.bottom; top += block.height) {
    for (let left = area.left; left < area.right; left += block.width) {
      copies.push(...block.merges.map((merge) => moveArea(merge, top, left)));
    }
  }
  sheet.merges = [...kept, ...copies];
}

const moveArea = ({ top, left, bottom, right }: Area, down: number, over: number): Area => ({
  top: top + down,
  bottom: bottom + down,
  left: left + over,
  right: right + over,
});

function filledArea({ top, left, bottom, right }: Area, { height, width }: Block): Area {
  const fits = (bottom - top) % height === 0 && (right - left) % width === 0;
  return fits ? { top, left, bottom, right } : { top, left, bottom: top + height, right: left + width };
}

function refuseOutside({ sheet, area }: Located): void {
  if (area.bottom > sheet.grid.rowCount || area.right > sheet.grid.columnCount) throw exceedsGrid(sheet, area);
}

const cutMerges = ({ sheet, area }: Located) =>
  sheet.merges.filter((merge) => intersects(merge, area) && !contains(area, merge));
