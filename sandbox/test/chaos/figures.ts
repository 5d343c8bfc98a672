/** Keys of the rows that every sandbox begins with, canonical. */
export const seededKeys = {
  employee_settings: [2, 3, 11, 12, 13, 14, 15].map((last) => String(700_100_000 + last)),
  dynamic_rates: ['0.00', '500.00', '1000.00', '2000.00'],
} as const;

/** Figures and keys, none of them twice in a run, all of them good as a wage and as a percentage. */
export function openFigures() {
  let count = 0;
  return {
    /** 20.01, 20.02, … up to 99.99. */
    next: () => (20 + (count = (count % 7_999) + 1) / 100).toFixed(2),
    nextKey: (table: keyof typeof seededKeys): string => {
      count += 1;
      return table === 'employee_settings' ? String(700_200_000 + count) : `${3_000 + 10 * count}.00`;
    },
  };
}

export type Figures = ReturnType<typeof openFigures>;
