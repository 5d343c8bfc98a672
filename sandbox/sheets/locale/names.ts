/** Each list begins with January or Sunday. */
export type CalendarNames = {
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
};

const monthsOfYear = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 1)));
/** 4 January 2026 was a Sunday. */
const daysOfWeek = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 0, 4 + day)));

export function calendarNames(tag: string): CalendarNames {
  return {
    // Beside a day, as in a date: some languages decline the name.
    months: monthsOfYear.map((date) => partOf(tag, date, 'month', { day: 'numeric', month: 'long' })),
    shortMonths: monthsOfYear.map((date) => partOf(tag, date, 'month', { month: 'short' })),
    days: daysOfWeek.map((date) => partOf(tag, date, 'weekday', { weekday: 'long' })),
    shortDays: daysOfWeek.map((date) => partOf(tag, date, 'weekday', { weekday: 'short' })),
  };
}

type PartQuery = Intl.DateTimeFormatOptions;

function partOf(tag: string, date: Date, type: 'month' | 'weekday', options: PartQuery): string {
  const parts = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options }).formatToParts(date);
  return parts.find((part) => part.type === type)?.value ?? '';
}
