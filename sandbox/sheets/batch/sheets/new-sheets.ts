import { Refusal } from '../../errors.ts';
import type { DimensionName } from '../../grid/area.ts';
import type { Edit } from '../../spreadsheet/edit.ts';
import { linesOf } from '../../spreadsheet/dimension-range.ts';
import { cellsOf } from '../../spreadsheet/grid-range.ts';
import type { Sheet } from '../../spreadsheet/spreadsheet.ts';
import { message } from '../../wire/message.ts';
import { GridRange, RowData, SheetProperties } from '../../wire/messages.ts';
import { bool, int32, list, opaque } from '../../wire/reader.ts';
import type { Read } from '../../wire/reader.ts';
import { writeCells } from '../cells/cells.ts';
import { updateLooks } from '../dimensions/looks.ts';
import { sheetFrom } from './sheets.ts';

const DimensionProperties = message('DimensionProperties', {
  hiddenByUser: bool,
  hiddenByFilter: bool,
  pixelSize: int32,
});
type DimensionProperties = Read<typeof DimensionProperties>;

/** What the API takes here too, and the emulator only by a request of its own afterwards. */
const later = {
  bandedRanges: list(opaque),
  basicFilter: opaque,
  charts: list(opaque),
  columnGroups: list(opaque),
  conditionalFormats: list(opaque),
  developerMetadata: list(opaque),
  filterViews: list(opaque),
  protectedRanges: list(opaque),
  rowGroups: list(opaque),
  slicers: list(opaque),
  tables: list(opaque),
};

/** A sheet in the body of spreadsheets.create, with its first cells. */
export const NewSheet = message('Sheet', {
  properties: SheetProperties,
  data: list(
    message('GridData', {
      startRow: int32,
      startColumn: int32,
      rowData: list(RowData),
      rowMetadata: list(DimensionProperties),
      columnMetadata: list(DimensionProperties),
    }),
  ),
  merges: list(GridRange),
  ...later,
});
type NewSheet = Read<typeof NewSheet>;

/** The sheets of a new workbook take the place of its default one. */
export function createSheets(edit: Edit, sheets: readonly NewSheet[]): void {
  if (sheets.length === 0) return;
  edit.book.sheets = [];
  for (const given of sheets) {
    refuseLater(given);
    const { properties = {}, data = [], merges = [] } = given;
    const sheetId = properties.sheetId ?? (edit.book.sheets.length === 0 ? 0 : undefined);
    const sheet = sheetFrom(edit, { ...properties, ...(sheetId !== undefined && { sheetId }) });
    edit.book.sheets.push(sheet);
    for (const part of data) fill(edit, sheet, part);
    sheet.merges = merges.map((range) => cellsOf(edit.book, { ...range, sheetId: sheet.sheetId }).area);
  }
}

function refuseLater(given: NewSheet): void {
  const [name] = Object.entries(given).find(([key, part]) => key in later && Object.keys(part).length > 0) ?? [];
  if (name)
    throw new Refusal(`The emulator does not take ${name} in spreadsheets.create: send a batchUpdate after it.`);
}

function fill(edit: Edit, sheet: Sheet, part: NonNullable<NewSheet['data']>[number]): void {
  const { startRow: rowIndex = 0, startColumn: columnIndex = 0, rowData = [] } = part;
  writeCells(edit, { sheetId: sheet.sheetId, rowIndex, columnIndex }, { rows: rowData, mask: { '*': {} } });
  setLooks(edit, sheet, { dimension: 'ROWS', startIndex: rowIndex, looks: part.rowMetadata ?? [] });
  setLooks(edit, sheet, { dimension: 'COLUMNS', startIndex: columnIndex, looks: part.columnMetadata ?? [] });
}

type Looks = { dimension: DimensionName; startIndex: number; looks: readonly DimensionProperties[] };

function setLooks({ book }: Edit, { sheetId }: Sheet, { dimension, startIndex, looks }: Looks): void {
  const endIndex = startIndex + looks.length;
  updateLooks(linesOf(book, { sheetId, dimension, startIndex, endIndex }), (_, index) => {
    const { hiddenByUser, pixelSize } = looks[index - startIndex] ?? {};
    return { ...(hiddenByUser && { hiddenByUser }), ...(pixelSize !== undefined && { pixelSize }) };
  });
}
