import { amount, percent, telegramId } from '../column.ts';
import type { Table } from '../table.ts';

/**
 * What an employee earns: wage per hour and commission on sales. The key is the Telegram id. A wage has a limit, for a
 * date typed into its cell arrives as a number of 40,000 and more.
 */
export const employeeSettings: Table = {
  name: 'employee_settings',
  tab: 'EmployeeSettings',
  key: 'employeeId',
  columns: [
    { field: 'employeeId', header: 'EmployeeId', type: telegramId, writer: 'both', required: true },
    { field: 'hourlyWage', header: 'Hourly wage', type: amount({ max: 9_999.99 }), writer: 'both', required: true },
    { field: 'salesCommission', header: 'Sales commission', type: percent, writer: 'both', required: true },
  ],
  policy: 'newest wins',
  whenGone: 'inactive',
  check: () => null,
};
