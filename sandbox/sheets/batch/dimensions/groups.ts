import { Refusal } from '../../errors.ts';
import type { DimensionName } from '../../grid/area.ts';
import { describeGroups } from '../../overlay/describe.ts';
import { addGroup, removeGroup } from '../../overlay/groups.ts';
import type { Group } from '../../overlay/groups.ts';
import { linesOf } from '../../spreadsheet/dimension-range.ts';
import type { LinesOf } from '../../spreadsheet/dimension-range.ts';
import type { Edit } from '../../spreadsheet/edit.ts';
import type { Sheet } from '../../spreadsheet/spreadsheet.ts';
import { asksFor, knownFields, readUpdateMask } from '../../wire/field-mask.ts';
import { message } from '../../wire/message.ts';
import { DimensionRange } from '../../wire/messages.ts';
import { bool, int32, text } from '../../wire/reader.ts';
import { kind } from '../kind.ts';
import { updateLooks } from './looks.ts';

/** The reply has all groups of the dimension as they are now. */
export const addDimensionGroup = kind(
  message('AddDimensionGroupRequest', { range: DimensionRange }),
  (edit, { range }) => {
    const lines = groupedLines(edit, range);
    setGroups(lines, addGroup(groupsOf(lines), lines));
    return { addDimensionGroup: reply(lines) };
  },
);

export const deleteDimensionGroup = kind(
  message('DeleteDimensionGroupRequest', { range: DimensionRange }),
  (edit, { range }) => {
    const lines = groupedLines(edit, range);
    const groups = groupsOf(lines);
    if (!groups.some(({ start, end }) => start < lines.end && lines.start < end))
      throw new Refusal('There is no group over the given range.');
    setGroups(lines, removeGroup(groups, lines));
    return { deleteDimensionGroup: reply(lines) };
  },
);

const groupFields = knownFields('collapsed,range,depth');

/** Folds a group or opens it, which hides or shows its rows or columns. Range and depth say which group it is. */
export const updateDimensionGroup = kind(
  message('UpdateDimensionGroupRequest', {
    dimensionGroup: message('DimensionGroup', { range: DimensionRange, depth: int32, collapsed: bool }),
    fields: text,
  }),
  (edit, { dimensionGroup: { range, depth = 0, collapsed = false } = {}, fields }) => {
    const mask = readUpdateMask(fields, groupFields);
    const lines = groupedLines(edit, range);
    const groups = groupsOf(lines);
    const group = groups.find((one) => one.start === lines.start && one.end === lines.end && one.depth === depth);
    if (!group) throw new Refusal(`There is no group over the given range at depth ${depth}.`);
    if (!asksFor(mask, 'collapsed')) return;
    const { collapsed: _, ...open } = group;
    setGroups(
      lines,
      groups.map((one) => (one === group ? { ...open, ...(collapsed && { collapsed }) } : one)),
    );
    updateLooks(lines, (look) => ({ ...look, hiddenByUser: collapsed }));
  },
);

/** An end past the grid is cut. */
function groupedLines({ book }: Edit, range: DimensionRange | undefined): LinesOf {
  const lines = linesOf(book, range);
  const end = Math.min(lines.end, lines.count);
  if (end <= lines.start) throw new Refusal('DimensionRange must not be empty: its start is not before its end.');
  return { ...lines, end };
}

type Grouped = { readonly sheet: Sheet; readonly dimension: DimensionName };

const groupsOf = ({ sheet: { overlay }, dimension }: Grouped): readonly Group[] =>
  dimension === 'ROWS' ? overlay.rowGroups : overlay.columnGroups;

function setGroups({ sheet, dimension }: Grouped, groups: readonly Group[]): void {
  sheet.overlay = { ...sheet.overlay, ...(dimension === 'ROWS' ? { rowGroups: groups } : { columnGroups: groups }) };
}

function reply({ sheet, dimension }: Grouped) {
  const dimensionGroups = describeGroups(sheet, dimension);
  return dimensionGroups.length > 0 ? { dimensionGroups } : {};
}
