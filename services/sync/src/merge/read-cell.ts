import type { Parsed } from '@opsheet/shared/reference/column';
import type { Column } from '@opsheet/shared/reference/table';

/**
 * Reads a cell as its column demands. The reason of a bad cell names the column, so that it can stand in the row's
 * Sync column as it is: `Hourly wage: "abc" is not a number`, `Hourly wage is empty`.
 */
export function readCell(column: Column, cell: unknown): Parsed {
  const parsed = column.type.parse(cell);
  if (!parsed.ok) return { ok: false, reason: `${column.header}: ${parsed.reason}` };
  if (parsed.value === null && column.required) return { ok: false, reason: `${column.header} is empty` };
  return parsed;
}

/** What a header or a note says, without outer blanks. */
export function readText(cell: unknown): string {
  // PostgreSQL stores no NUL, and a header that is quoted in a quarantine is stored.
  if (typeof cell === 'string') return cell.replaceAll('\0', '').trim();
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}
