/** One tab as it is typed into a new workbook: the header row, then the rows. */
export type SeedTab = { title: string; rows: readonly (readonly (string | number)[])[] };

/** 999999 stands for "no upper limit". */
const unlimited = 999_999;

/**
 * The workbook of a small team, in the shape of the original's (its bands and ranks, people of our own). The column
 * `Sync` is written by the sync service: what is wrong with the row.
 */
export const workbook: { title: string; tabs: readonly SeedTab[] } = {
  title: 'Opsheet sandbox',
  tabs: [
    {
      title: 'EmployeeSettings',
      rows: [
        ['EmployeeId', 'Hourly wage', 'Sales commission', 'Sync'],
        [700100002, 15, 8],
        [700100003, 17.5, 9],
        [700100011, 15, 8],
        [700100012, 16.25, 8],
        [700100013, 14, 7.5],
        [700100014, 18, 10],
        [700100015, 15, 8],
      ],
    },
    {
      title: 'DynamicRates',
      rows: [
        ['Min Amount', 'Max Amount', 'Percentage', 'Sync'],
        [0, 499.99, 0],
        [500, 999.99, 2],
        [1000, 1999.99, 4],
        [2000, unlimited, 6],
      ],
    },
    {
      title: 'Ranks',
      rows: [
        ['Rank Name', 'Min Amount', 'Max Amount', 'Emoji', 'Bonus 1', 'Bonus 2', 'Bonus 3', 'TEXT', 'Sync'],
        ['Rookie', 0, 1999.99, '🌱', 'none', 'none', 'none', 'Welcome aboard. Every month starts here.'],
        [
          'Hustler',
          2000,
          3999.99,
          '⚡',
          'flat_10',
          'percent_next_1',
          'percent_prev_1',
          'You have found your pace. Keep it.',
        ],
        ['Closer', 4000, 6999.99, '🎯', 'flat_25', 'percent_next_2', 'flat_15', 'You end what you begin. It shows.'],
        ['Shark', 7000, 9999.99, '🦈', 'flat_50', 'paid_day_off', 'percent_next_3', 'The water is yours this month.'],
        [
          'King of Greed',
          10000,
          14999.99,
          '👑',
          'flat_100',
          'percent_all_2',
          'telegram_premium',
          'Five figures. The crown fits.',
        ],
        [
          'Chatting God',
          15000,
          unlimited,
          '🌟',
          'flat_200',
          'double_commission',
          'flat_125',
          'There is no rank above this one.',
        ],
      ],
    },
  ],
};
