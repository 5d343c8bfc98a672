import { z } from 'zod';

/**
 * Reference data: the tables that the owner edits in the sheet and the bot serves from memory. Values travel as
 * canonical texts, so that two sides compare them letter by letter: an amount is always a decimal text with a fixed
 * number of digits ('15.00'), an id is a text of digits, an empty cell is null.
 */
export const referenceTables = ['employee_settings', 'dynamic_rates', 'ranks'] as const;
export const ReferenceTable = z.enum(referenceTables);
export type ReferenceTable = z.output<typeof ReferenceTable>;

/** The canonical value of a cell; null is an empty cell. */
export const CellValue = z.string().nullable();
export type CellValue = z.output<typeof CellValue>;

/** Field name → canonical value, e.g. `{ employeeId: '700100001', hourlyWage: '15.00', salesCommission: '8.00' }`. */
export const RowValues = z.record(z.string(), CellValue);
export type RowValues = z.output<typeof RowValues>;

/** A row as caches hold it. `active` is false for an employee who has gone from the sheet. */
export const ReferenceRow = z.object({ key: z.string(), version: z.int(), active: z.boolean(), values: RowValues });
export type ReferenceRow = z.output<typeof ReferenceRow>;
