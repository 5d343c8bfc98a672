import { amount, percent, telegramId } from '../column.ts';
import type { Table } from '../table.ts';

/** What an employee earns: wage per hour and commission on sales. The key is the Telegram id. */
export const employeeSettings: Table = {
  name: 'employee_settings',
  tab: 'EmployeeSettings',
  key: 'employeeId',
  columns: [
    { field: 'employeeId', header: 'EmployeeId', type: telegramId, writer: 'both', required: true },
    { field: 'hourlyWage', header: 'Hourly wage', type: amount(), writer: 'both', required: true },
    { field: 'salesCommission', header: 'Sales commission', type: percent, writer: 'both', required: true },
  ],
  policy: 'newest wins',
  whenGone: 'inactive',
  check: () => null,
};
