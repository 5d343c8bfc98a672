import type { Area } from '../grid/area.ts';
import { copyGrid, emptyGrid } from '../grid/grid.ts';
import type { Grid } from '../grid/grid.ts';
import type { DeveloperMetadata } from '../metadata/metadata.ts';
import { emptyOverlay } from '../overlay/overlay.ts';
import type { Filter, Overlay } from '../overlay/overlay.ts';
import type { ColorStyle } from '../wire/color.ts';
import { defaultTheme } from './look/default-format.ts';
import type { Theme } from './look/theme.ts';

/** An area on a sheet that has a name; the area is cut to the grid. */
export type NamedRange = {
  readonly namedRangeId: string;
  readonly name: string;
  readonly sheetId: number;
  readonly area: Area;
};

/**
 * `area` is absent when the whole sheet is protected, but for the `unprotected` areas. Editors are users; the one who
 * protected it is among them.
 */
export type ProtectedRange = {
  readonly protectedRangeId: number;
  readonly sheetId: number;
  readonly area?: Area;
  readonly unprotected?: readonly Area[];
  readonly description?: string;
  readonly warningOnly: boolean;
  readonly editors: readonly string[];
};

/** How a sheet looks to people; of no effect on the cells. */
export type Look = { readonly tabColorStyle?: ColorStyle; readonly rightToLeft?: boolean };

/** Only what is not the default is there. */
export type GridLook = {
  readonly frozenRowCount?: number;
  readonly frozenColumnCount?: number;
  readonly hideGridlines?: boolean;
  readonly rowGroupControlAfter?: boolean;
  readonly columnGroupControlAfter?: boolean;
};

export type Sheet = {
  readonly sheetId: number;
  title: string;
  hidden: boolean;
  look: Look;
  gridLook: GridLook;
  grid: Grid;
  merges: readonly Area[];
  basicFilter?: Filter;
  overlay: Overlay;
};

/**
 * A workbook. It holds nothing but JSON values, and everything below `grid` is replaced rather than changed, so that
 * `copySpreadsheet` is cheap and a copy may be edited and thrown away.
 */
export type Spreadsheet = {
  readonly spreadsheetId: string;
  readonly owner: string;
  title: string;
  locale: string;
  timeZone: string;
  autoRecalc: string;
  theme: Theme;
  /** Formulas that refer to themselves are errors unless this is set. */
  iterativeCalculation?: { readonly maxIterations?: number; readonly convergenceThreshold?: number };
  /** In the order of the tabs. */
  sheets: Sheet[];
  namedRanges: readonly NamedRange[];
  protectedRanges: readonly ProtectedRange[];
  developerMetadata: readonly DeveloperMetadata[];
  /** Metadata on a row goes along when rows are sorted, unless this is set. */
  sortLeavesMetadata?: boolean;
  readonly createdTime: string;
  modifiedTime: string;
};

export const defaultSize = { rowCount: 1000, columnCount: 26 };

export const copySpreadsheet = (book: Spreadsheet): Spreadsheet => ({
  ...book,
  sheets: book.sheets.map((sheet) => ({ ...sheet, grid: copyGrid(sheet.grid) })),
});

export const newSheet = (
  sheetId: number,
  title: string,
  size: { rowCount: number; columnCount: number } = defaultSize,
): Sheet => ({
  sheetId,
  title,
  hidden: false,
  look: {},
  gridLook: {},
  grid: emptyGrid(size),
  merges: [],
  overlay: emptyOverlay,
});

type Beginning = { spreadsheetId: string; owner: string; title: string; time: string };

/** What Drive's files.create makes: one sheet of 1000 × 26. */
export const newSpreadsheet = ({ spreadsheetId, owner, title, time }: Beginning): Spreadsheet => ({
  spreadsheetId,
  owner,
  title,
  locale: 'en_US',
  timeZone: 'Etc/GMT',
  autoRecalc: 'ON_CHANGE',
  theme: defaultTheme,
  sheets: [newSheet(0, 'Sheet1')],
  namedRanges: [],
  protectedRanges: [],
  developerMetadata: [],
  createdTime: time,
  modifiedTime: time,
});

/** Titles are told apart without regard to case. */
export const sheetByTitle = (book: Spreadsheet, title: string) =>
  book.sheets.find((sheet) => sheet.title.toLowerCase() === title.toLowerCase());

export const sheetById = (book: Spreadsheet, sheetId: number) => book.sheets.find((sheet) => sheet.sheetId === sheetId);
