import { colorFields, inStyles } from './color.ts';
import { BooleanCondition } from './condition.ts';
import { message } from './message.ts';
import { GridRange } from './messages.ts';
import { int32, list, mapOf, oneOf, opaque, text } from './reader.ts';
import type { Read } from './reader.ts';

const FilterCriteria = inStyles(
  message('FilterCriteria', {
    hiddenValues: list(text),
    condition: BooleanCondition,
    ...colorFields('visibleBackgroundColor'),
    ...colorFields('visibleForegroundColor'),
  }),
);

export const SortSpec = inStyles(
  message('SortSpec', {
    dimensionIndex: int32,
    sortOrder: oneOf('SortOrder', ['ASCENDING', 'DESCENDING']),
    ...colorFields('foregroundColor'),
    ...colorFields('backgroundColor'),
    dataSourceColumnReference: opaque,
  }),
);
export type SortSpec = Read<typeof SortSpec>;

const criteriaFields = {
  range: GridRange,
  namedRangeId: text,
  tableId: text,
  sortSpecs: list(SortSpec),
  /** By the index of the column, as a text. */
  criteria: mapOf(FilterCriteria),
  filterSpecs: list(message('FilterSpec', { columnIndex: int32, filterCriteria: FilterCriteria })),
};

export const BasicFilter = message('BasicFilter', criteriaFields);
export type BasicFilter = Read<typeof BasicFilter>;

export const FilterView = message('FilterView', { filterViewId: int32, title: text, ...criteriaFields });
export type FilterView = Read<typeof FilterView>;

/** What is hidden in one column, which is counted from the first of the sheet. */
export type FilterSpec = { readonly columnIndex: number; readonly criteria: Read<typeof FilterCriteria> };

/** The criteria by column; `filterSpecs` count where both forms are given. */
export function specsOf({ filterSpecs, criteria = {} }: BasicFilter): FilterSpec[] {
  if (filterSpecs)
    return filterSpecs.map((spec) => ({ columnIndex: spec.columnIndex ?? 0, criteria: spec.filterCriteria ?? {} }));
  return Object.entries(criteria).map(([column, one]) => ({ columnIndex: Number(column), criteria: one }));
}
