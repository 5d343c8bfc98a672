import { invalidArgument, Refusal } from '../errors.ts';
import { recalculate } from '../formula/recalculation/recalculate.ts';
import type { Edit } from '../spreadsheet/edit.ts';
import { message } from '../wire/message.ts';
import type { Reader } from '../wire/reader.ts';
import { createDeveloperMetadata, deleteDeveloperMetadata, updateDeveloperMetadata } from './developer-metadata.ts';
import { absentKinds } from './absent.ts';
import { autoFill } from './cells/auto-fill.ts';
import { updateBorders } from './cells/borders.ts';
import { appendCells, repeatCell, updateCells } from './cells/cells.ts';
import {
  appendDimension,
  deleteDimension,
  insertDimension,
  moveDimension,
  updateDimensionProperties,
} from './dimensions/dimensions.ts';
import { autoResizeDimensions } from './dimensions/auto-resize.ts';
import { addDimensionGroup, deleteDimensionGroup, updateDimensionGroup } from './dimensions/groups.ts';
import { deleteRange, insertRange } from './dimensions/shift-range.ts';
import { clearBasicFilter, setBasicFilter } from './ranges/filters.ts';
import type { Change, Reply } from './kind.ts';
import { mergeCells, unmergeCells } from './cells/merges.ts';
import { addNamedRange, deleteNamedRange, updateNamedRange } from './ranges/named-ranges.ts';
import { setDataValidation } from './cells/validation.ts';
import { overlayKinds } from './overlay/kinds.ts';
import { copyPaste, cutPaste } from './cells/paste.ts';
import { addProtectedRange, deleteProtectedRange, updateProtectedRange } from './ranges/protected-ranges.ts';
import { updateSheetProperties } from './sheets/sheet-properties.ts';
import { addSheet, deleteSheet, duplicateSheet } from './sheets/sheets.ts';
import { deleteDuplicates } from './order/duplicates.ts';
import { randomizeRange } from './order/randomize.ts';
import { sortRange } from './order/sort.ts';
import { findReplace } from './text/find-replace.ts';
import { pasteData } from './text/paste-data.ts';
import { textToColumns } from './text/text-to-columns.ts';
import { trimWhitespace } from './text/trim-whitespace.ts';
import { updateSpreadsheetProperties } from './spreadsheet-properties.ts';

/** The kinds of requests of spreadsheets.batchUpdate. To know a further kind is to add it here. */
const kinds = {
  ...absentKinds,
  ...overlayKinds,
  addDimensionGroup,
  addNamedRange,
  addProtectedRange,
  addSheet,
  appendCells,
  appendDimension,
  autoFill,
  autoResizeDimensions,
  clearBasicFilter,
  copyPaste,
  createDeveloperMetadata,
  cutPaste,
  deleteDeveloperMetadata,
  deleteDimension,
  deleteDimensionGroup,
  deleteDuplicates,
  deleteNamedRange,
  deleteProtectedRange,
  deleteRange,
  deleteSheet,
  duplicateSheet,
  findReplace,
  insertDimension,
  insertRange,
  mergeCells,
  moveDimension,
  pasteData,
  randomizeRange,
  repeatCell,
  setBasicFilter,
  setDataValidation,
  sortRange,
  textToColumns,
  trimWhitespace,
  unmergeCells,
  updateBorders,
  updateCells,
  updateDeveloperMetadata,
  updateDimensionGroup,
  updateDimensionProperties,
  updateNamedRange,
  updateProtectedRange,
  updateSheetProperties,
  updateSpreadsheetProperties,
};

export const BatchRequest: Reader<Readonly<Record<string, Change>>> = message('Request', kinds, {
  kind: Object.keys(kinds),
});

/** Requests whose effect depends on what cells show: formulas that earlier ones of the batch entered need their values. */
const readingKinds: ReadonlySet<string> = new Set([
  'autoFill',
  'copyPaste',
  'cutPaste',
  'deleteDuplicates',
  'findReplace',
  'sortRange',
  'textToColumns',
  'trimWhitespace',
]);

/** Applies requests in order; the draft in `edit` is to be thrown away when one is refused, so that all or none apply. */
export function applyBatch(edit: Edit, requests: readonly Readonly<Record<string, Change>>[]): Reply[] {
  if (requests.length === 0) throw invalidArgument('Must specify at least one request.');
  return requests.map((request, index) => applyRequest(edit, request, index));
}

function applyRequest(edit: Edit, request: Readonly<Record<string, Change>>, index: number): Reply {
  const [first] = Object.entries(request);
  if (!first) throw invalidArgument(`Invalid requests[${index}]: No request set.`);
  const [name, change] = first;
  if (index > 0 && readingKinds.has(name)) recalculate(edit);
  try {
    return change(edit);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw invalidArgument(`Invalid requests[${index}].${name}: ${error.message}`);
  }
}
