import type { ReferenceTable } from '../../contracts/reference.ts';
import type { Table } from '../table.ts';
import { dynamicRates } from './dynamic-rates.ts';
import { employeeSettings } from './employee-settings.ts';
import { ranks } from './ranks.ts';

/** Every reference table, in the order in which a pass handles them. */
export const tables: readonly Table[] = [employeeSettings, dynamicRates, ranks];

export const tableNamed: Readonly<Record<ReferenceTable, Table>> = {
  employee_settings: employeeSettings,
  dynamic_rates: dynamicRates,
  ranks,
};
