import { amount, percent } from '../column.ts';
import type { Table } from '../table.ts';

/** Extra commission by the sales of a day. A band starts at its minimum; 999999 as maximum means no upper limit. */
export const dynamicRates: Table = {
  name: 'dynamic_rates',
  tab: 'DynamicRates',
  key: 'minAmount',
  columns: [
    { field: 'minAmount', header: 'Min Amount', type: amount(), writer: 'both', required: true },
    { field: 'maxAmount', header: 'Max Amount', type: amount(), writer: 'both', required: true },
    { field: 'percentage', header: 'Percentage', type: percent, writer: 'both', required: true },
  ],
  policy: 'newest wins',
  whenGone: 'removed',
  check: ({ minAmount, maxAmount }) =>
    Number(minAmount) <= Number(maxAmount) ? null : `Max Amount ${maxAmount} is below Min Amount ${minAmount}`,
};
