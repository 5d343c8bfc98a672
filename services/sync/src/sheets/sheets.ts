/** A tab as Google lists it. `sheetId` names it in writes and stays when it is renamed. Sizes are those of the grid. */
export type TabProperties = {
  readonly title: string;
  readonly sheetId: number;
  readonly rows: number;
  readonly columns: number;
};

/** The rows of a range as the API gives them: ragged, trailing empty cells and rows cut off. */
export type Cells = readonly (readonly unknown[])[];

/** What a cell is set to. '' empties it. Texts are never read as formulas. */
export type CellInput = string | number;

/** One change of a tab. Rows and columns count from 0. */
export type SheetWrite =
  | {
      readonly kind: 'cells';
      readonly sheetId: number;
      readonly row: number;
      readonly column: number;
      readonly values: readonly CellInput[];
    }
  | { readonly kind: 'append'; readonly sheetId: number; readonly cells: readonly (CellInput | null)[] }
  | { readonly kind: 'delete row'; readonly sheetId: number; readonly row: number }
  | { readonly kind: 'add columns'; readonly sheetId: number; readonly count: number };

/**
 * All that sync needs of Google Sheets. Every function is one API call, except where it says otherwise, and rejects
 * with a SheetsError.
 */
export type Sheets = {
  /** Values without format, dates as serial numbers; one `values:batchGet` for any number of ranges, in their order. */
  readonly readValues: (ranges: readonly string[]) => Promise<Cells[]>;
  /** As `readValues`, but a cell with a formula gives the formula. */
  readonly readFormulas: (ranges: readonly string[]) => Promise<Cells[]>;
  readonly listTabs: () => Promise<TabProperties[]>;
  /** All or nothing, in this order; 'cells' runs downwards from its row. Nothing but the named cells is touched. */
  readonly write: (writes: readonly SheetWrite[]) => Promise<void>;
};

/**
 * Why a call failed. 'unknown range': a tab is not there. 'busy': over quota or out of order for now. 'lost': no
 * answer came, so a write may have been made. 'refused': the request is wrong for good. 'no access': credentials.
 */
export type SheetsFailure = 'unknown range' | 'busy' | 'lost' | 'refused' | 'no access';

export class SheetsError extends Error {
  override name = 'SheetsError';
  readonly failure: SheetsFailure;
  constructor(failure: SheetsFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}
