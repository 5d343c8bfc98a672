import { spanOf } from '../grid/area.ts';
import type { DimensionName } from '../grid/area.ts';
import { cellAt } from '../grid/grid.ts';
import { display } from '../format/display.ts';
import { localeOf } from '../locale/locale.ts';
import { toGridRange } from '../spreadsheet/grid-range.ts';
import type { Sheet, Spreadsheet } from '../spreadsheet/spreadsheet.ts';
import { themeColors } from '../spreadsheet/look/theme.ts';
import { withPlainColors } from '../wire/color.ts';
import type { Group } from './groups.ts';
import type { Banding, ConditionalFormat, Filter, FilterView, Table } from './overlay.ts';

/** Where something lies that is to be described. */
export type On = { readonly book: Spreadsheet; readonly sheet: Sheet };

/** The parts of a Sheet that are in its overlay; a list that is empty is left out. */
export function describeOverlay(on: On) {
  const { rowGroups, columnGroups, conditionalFormats, bandings, filterViews, tables } = on.sheet.overlay;
  return {
    ...(conditionalFormats.length > 0 && {
      conditionalFormats: conditionalFormats.map((format) => describeConditionalFormat(on, format)),
    }),
    ...(filterViews.length > 0 && { filterViews: filterViews.map((view) => describeFilterView(on, view)) }),
    ...(bandings.length > 0 && { bandedRanges: bandings.map((banding) => describeBanding(on, banding)) }),
    ...(rowGroups.length > 0 && { rowGroups: describeGroups(on.sheet, 'ROWS') }),
    ...(columnGroups.length > 0 && { columnGroups: describeGroups(on.sheet, 'COLUMNS') }),
    ...(tables.length > 0 && { tables: tables.map((table) => describeTable(on, table)) }),
  };
}

export function describeGroups({ sheetId, overlay }: Sheet, dimension: DimensionName) {
  const groups = dimension === 'ROWS' ? overlay.rowGroups : overlay.columnGroups;
  return groups.map(({ start, end, depth, collapsed }: Group) => ({
    range: { ...(sheetId !== 0 && { sheetId }), dimension, startIndex: start, endIndex: end },
    depth,
    ...(collapsed && { collapsed }),
  }));
}

export function describeConditionalFormat({ book, sheet }: On, { areas, ...rule }: ConditionalFormat): object {
  return { ranges: areas.map((area) => toGridRange(sheet.sheetId, area)), ...colored(book, rule) };
}

export function describeBanding({ book, sheet }: On, { bandedRangeId, area, ...properties }: Banding): object {
  return { bandedRangeId, range: toGridRange(sheet.sheetId, area), ...colored(book, properties) };
}

export const describeFilterView = (on: On, { filterViewId, title, ...filter }: FilterView) => ({
  filterViewId,
  title,
  ...describeFilter(on, filter),
});

/** The criteria are told twice, by column and as a list: the first form is the older one. */
export function describeFilter({ book, sheet }: On, { area, specs, sortSpecs }: Filter) {
  const shown = specs.map(({ columnIndex, criteria }) => ({ columnIndex, criteria: colored(book, criteria) }));
  return {
    range: toGridRange(sheet.sheetId, area),
    ...(sortSpecs.length > 0 && { sortSpecs: sortSpecs.map((spec) => colored(book, spec)) }),
    ...(shown.length > 0 && {
      criteria: Object.fromEntries(shown.map(({ columnIndex, criteria }) => [columnIndex, criteria])),
      filterSpecs: shown.map(({ columnIndex, criteria }) => ({
        ...(columnIndex !== 0 && { columnIndex }),
        filterCriteria: criteria,
      })),
    }),
  };
}

/** Every column of a table is told, by the text in the first row; the index counts from the table's first column. */
export function describeTable({ book, sheet }: On, { tableId, name, area, columns, rowsProperties }: Table) {
  const { start, end } = spanOf(area, 'COLUMNS');
  const columnProperties = Array.from({ length: end - start }, (_, columnIndex) => {
    const { index: _column, ...type } = columns.find(({ index }) => index === start + columnIndex) ?? { index: 0 };
    const header = cellAt(sheet.grid, area.top, start + columnIndex);
    const columnName = (header && display(header, localeOf(book.locale))) ?? `Column ${columnIndex + 1}`;
    return { ...(columnIndex !== 0 && { columnIndex }), columnName, ...type };
  });
  return {
    tableId,
    name,
    range: toGridRange(sheet.sheetId, area),
    ...(rowsProperties && { rowsProperties }),
    columnProperties,
  };
}

const colored = (book: Spreadsheet, part: object): object =>
  // An object comes back as one.
  withPlainColors(part, themeColors(book)) as object;
