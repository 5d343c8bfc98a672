import { amount, text } from '@opsheet/shared/reference/column';
import type { Table } from '@opsheet/shared/reference/table';

/** A table with every kind of column: both may write, one may write, required, optional, and a rule over the row. */
export const ladder: Table = {
  name: 'ranks',
  tab: 'Ladder',
  key: 'name',
  columns: [
    { field: 'name', header: 'Name', type: text(), writer: 'both', required: true },
    { field: 'low', header: 'Low', type: amount(), writer: 'both', required: true },
    { field: 'high', header: 'High', type: amount(), writer: 'both', required: true },
    { field: 'motto', header: 'Motto', type: text(), writer: 'both', required: false },
    { field: 'wish', header: 'Wish', type: text(), writer: 'sheet', required: false },
    { field: 'tally', header: 'Tally', type: amount(), writer: 'database', required: false },
  ],
  policy: 'newest wins',
  whenGone: 'inactive',
  check: ({ low, high }) => (Number(low) <= Number(high) ? null : `High ${high} is below Low ${low}`),
};
