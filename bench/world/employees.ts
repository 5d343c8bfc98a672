import type { ReferenceRow } from '@opsheet/shared/contracts/reference';

/** The Telegram id of the employee with this index, as a text of its own. */
export const employeeKey = (index: number): string => String(700_200_000 + index);

/** So many invented employees, as a cache holds them. */
export function employeeRows(count: number): Map<string, ReferenceRow> {
  const rows = new Map<string, ReferenceRow>();
  for (let index = 0; index < count; index += 1) {
    const key = employeeKey(index);
    const values = { employeeId: key, hourlyWage: '15.00', salesCommission: '8.00' };
    rows.set(key, { key, version: 1, active: true, values });
  }
  return rows;
}
