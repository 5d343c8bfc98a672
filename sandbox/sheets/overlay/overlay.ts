import type { Area } from '../grid/area.ts';
import type { BandingProperties } from '../wire/banding.ts';
import type { ConditionalFormatRule } from '../wire/conditional-format.ts';
import type { FilterSpec, SortSpec } from '../wire/filter.ts';
import type { TableColumnProperties, TableRowsProperties } from '../wire/table.ts';
import type { Group } from './groups.ts';

/** How cells look while a condition holds. The first rule that applies wins. */
export type ConditionalFormat = Pick<ConditionalFormatRule, 'booleanRule' | 'gradientRule'> & {
  readonly areas: readonly Area[];
};

/** Colours that alternate by rows, by columns, or by both. */
export type Banding = {
  readonly bandedRangeId: number;
  readonly area: Area;
  readonly rowProperties?: BandingProperties;
  readonly columnProperties?: BandingProperties;
};

/** Which rows are shown, and in which order. Columns are counted from the first of the sheet. */
export type Filter = {
  readonly area: Area;
  readonly specs: readonly FilterSpec[];
  readonly sortSpecs: readonly SortSpec[];
};

export type FilterView = Filter & { readonly filterViewId: number; readonly title: string };

/** A column is counted from the first of the sheet; it is named by its cell in the first row of the table. */
export type TableColumn = Pick<TableColumnProperties, 'columnType' | 'dataValidationRule'> & { readonly index: number };

export type Table = {
  readonly tableId: string;
  readonly name: string;
  readonly area: Area;
  /** Only columns that have a type. */
  readonly columns: readonly TableColumn[];
  readonly rowsProperties?: TableRowsProperties;
};

/** What lies on a sheet besides its cells; replaced rather than changed. */
export type Overlay = {
  readonly rowGroups: readonly Group[];
  readonly columnGroups: readonly Group[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly bandings: readonly Banding[];
  readonly filterViews: readonly FilterView[];
  readonly tables: readonly Table[];
};

export const emptyOverlay: Overlay = {
  rowGroups: [],
  columnGroups: [],
  conditionalFormats: [],
  bandings: [],
  filterViews: [],
  tables: [],
};
