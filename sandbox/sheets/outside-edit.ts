import { z } from 'zod';
import { applyBatch, BatchRequest } from './batch/batch.ts';
import { Refusal } from './errors.ts';
import type { Edit } from './spreadsheet/edit.ts';
import { locate } from './spreadsheet/locate.ts';
import { sheetByTitle } from './spreadsheet/spreadsheet.ts';
import { asTyped } from './values/enter.ts';
import { writeBlock } from './values/update.ts';
import { readWhole } from './wire/reader.ts';

const values = z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]));
const row = z.int('must be a row number, the first is 1').min(1);

/** An edit by somebody else. Rows and columns are counted from 1, as people see them; values are taken as typed. */
export const OutsideEdit = z.union([
  z.strictObject({ insertRow: z.strictObject({ sheet: z.string(), row, values: values.optional() }) }),
  z.strictObject({ deleteRow: z.strictObject({ sheet: z.string(), row }) }),
  z.strictObject({
    sortBy: z.strictObject({
      sheet: z.string(),
      column: z.int().min(1),
      descending: z.boolean().default(false),
      fromRow: row.default(2),
    }),
  }),
  z.strictObject({ setValues: z.strictObject({ range: z.string(), values: z.array(values) }) }),
  z.strictObject({ batchUpdate: z.array(z.record(z.string(), z.unknown())) }),
]);
export type OutsideEdit = z.output<typeof OutsideEdit>;

/** Makes the edit, as its `user`. Throws Refusal or ApiError when the workbook has no such place. */
export function applyOutsideEdit(edit: Edit, outside: OutsideEdit): void {
  if ('setValues' in outside) return typeValues(edit, outside.setValues);
  if ('batchUpdate' in outside) return applyRequests(edit, outside.batchUpdate);
  if ('deleteRow' in outside) {
    const { sheet, row } = outside.deleteRow;
    return applyRequests(edit, [{ deleteDimension: { range: rowsRange(edit, sheet, row) } }]);
  }
  if ('sortBy' in outside) {
    const { sheet, column, descending, fromRow } = outside.sortBy;
    const sortSpecs = [{ dimensionIndex: column - 1, sortOrder: descending ? 'DESCENDING' : 'ASCENDING' }];
    return applyRequests(edit, [
      { sortRange: { range: { sheetId: idOf(edit, sheet), startRowIndex: fromRow - 1 }, sortSpecs } },
    ]);
  }
  const { sheet, row, values: cells } = outside.insertRow;
  applyRequests(edit, [{ insertDimension: { range: rowsRange(edit, sheet, row), inheritFromBefore: row > 1 } }]);
  if (cells) typeValues(edit, { range: `'${sheet.replaceAll("'", "''")}'!A${row}:${row}`, values: [cells] });
}

function applyRequests(edit: Edit, requests: readonly unknown[]): void {
  const read = requests.map((request, index) => readWhole(BatchRequest, request, `requests[${index}]`) ?? {});
  applyBatch(edit, read);
}

function typeValues(
  edit: Edit,
  { range, values }: { range: string; values: readonly (readonly (string | number | boolean | null)[])[] },
): void {
  writeBlock(edit, locate(edit.book, range), {
    block: values,
    mode: asTyped(edit),
  });
}

const rowsRange = (edit: Edit, title: string, row: number) => ({
  sheetId: idOf(edit, title),
  dimension: 'ROWS',
  startIndex: row - 1,
  endIndex: row,
});

function idOf({ book }: Edit, title: string): number {
  const sheet = sheetByTitle(book, title);
  if (!sheet) throw new Refusal(`There is no sheet called ${title}.`);
  return sheet.sheetId;
}
