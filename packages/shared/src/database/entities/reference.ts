import { defineEntity, p } from '@mikro-orm/core';
import { syncColumns } from './sync-columns.ts';

const money = () => p.decimal('string').precision(12).scale(2);
const percent = () => p.decimal('string').precision(5).scale(2);

/** Pay of an employee. `active` is false once the row has gone from the sheet. */
export const EmployeeSettings = defineEntity({
  name: 'EmployeeSettings',
  tableName: 'employee_settings',
  checks: [
    { name: 'employee_settings_wage', expression: 'hourly_wage >= 0' },
    { name: 'employee_settings_commission', expression: 'sales_commission >= 0 and sales_commission <= 100' },
  ],
  properties: {
    employeeId: p.bigint('string').primary().autoincrement(false),
    hourlyWage: money(),
    salesCommission: percent(),
    active: p.boolean().default(true),
    ...syncColumns,
  },
});

/** Extra commission by the sales of a day. */
export const DynamicRate = defineEntity({
  name: 'DynamicRate',
  tableName: 'dynamic_rates',
  checks: [
    { name: 'dynamic_rates_band', expression: 'min_amount <= max_amount' },
    { name: 'dynamic_rates_percentage', expression: 'percentage >= 0 and percentage <= 100' },
  ],
  properties: {
    minAmount: money().primary(),
    maxAmount: money(),
    percentage: percent(),
    ...syncColumns,
  },
});

/** A step of the ladder of ranks, by the sales of a month. */
export const Rank = defineEntity({
  name: 'Rank',
  tableName: 'ranks',
  checks: [{ name: 'ranks_band', expression: 'min_amount <= max_amount' }],
  properties: {
    rankName: p.text().primary(),
    minAmount: money(),
    maxAmount: money(),
    emoji: p.text().nullable(),
    bonus1: p.text().fieldName('bonus_1').nullable(),
    bonus2: p.text().fieldName('bonus_2').nullable(),
    bonus3: p.text().fieldName('bonus_3').nullable(),
    text: p.text().nullable(),
    ...syncColumns,
  },
});
