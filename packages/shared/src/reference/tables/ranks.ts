import { amount, bonus, text } from '../column.ts';
import type { Table } from '../table.ts';

/** The ladder of ranks by the sales of a month, with three bonuses of which one is drawn. */
export const ranks: Table = {
  name: 'ranks',
  tab: 'Ranks',
  key: 'rankName',
  columns: [
    { field: 'rankName', header: 'Rank Name', type: text({ max: 60 }), writer: 'both', required: true },
    { field: 'minAmount', header: 'Min Amount', type: amount(), writer: 'both', required: true },
    { field: 'maxAmount', header: 'Max Amount', type: amount(), writer: 'both', required: true },
    { field: 'emoji', header: 'Emoji', type: text({ max: 16 }), writer: 'both', required: false },
    { field: 'bonus1', header: 'Bonus 1', type: bonus, writer: 'both', required: false },
    { field: 'bonus2', header: 'Bonus 2', type: bonus, writer: 'both', required: false },
    { field: 'bonus3', header: 'Bonus 3', type: bonus, writer: 'both', required: false },
    { field: 'text', header: 'TEXT', type: text(), writer: 'both', required: false },
  ],
  policy: 'newest wins',
  whenGone: 'removed',
  check: ({ minAmount, maxAmount }) =>
    Number(minAmount) <= Number(maxAmount) ? null : `Max Amount ${maxAmount} is below Min Amount ${minAmount}`,
};
