/** Each list begins with January or Sunday. */
export type CalendarNames = {
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
  /** The months, January being 1, by what people type for them: see `typedName`. English names are known everywhere. */
  readonly monthByName: ReadonlyMap<string, NamedMonth>;
};

export type NamedMonth = { readonly month: number; readonly isShort: boolean };

/** A name as it is looked up, whatever its capitals and with or without the point of a short form. */
export const typedName = (name: string): string => name.toLowerCase().replace(/\.$/, '');

const monthsOfYear = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 1)));
/** 4 January 2026 was a Sunday. */
const daysOfWeek = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 0, 4 + day)));

export function calendarNames(tag: string): CalendarNames {
  const { months, shortMonths } = monthNames(tag);
  const english = monthNames('en-US');
  return {
    months,
    shortMonths,
    // A full name wins over a short one that is alike: May is both.
    monthByName: new Map([
      ...named(english.shortMonths, true),
      ...named(shortMonths, true),
      ...named(english.months, false),
      ...named(months, false),
    ]),
    days: daysOfWeek.map((date) => partOf(tag, date, 'weekday', { weekday: 'long' })),
    shortDays: daysOfWeek.map((date) => partOf(tag, date, 'weekday', { weekday: 'short' })),
  };
}

function monthNames(tag: string): Pick<CalendarNames, 'months' | 'shortMonths'> {
  return {
    // Beside a day, as in a date: some languages decline the name.
    months: monthsOfYear.map((date) => partOf(tag, date, 'month', { day: 'numeric', month: 'long' })),
    shortMonths: monthsOfYear.map((date) => partOf(tag, date, 'month', { month: 'short' })),
  };
}

const named = (names: readonly string[], isShort: boolean): (readonly [string, NamedMonth])[] =>
  names.map((name, index) => [typedName(name), { month: index + 1, isShort }]);

type PartQuery = Intl.DateTimeFormatOptions;

function partOf(tag: string, date: Date, type: 'month' | 'weekday', options: PartQuery): string {
  const parts = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options }).formatToParts(date);
  return parts.find((part) => part.type === type)?.value ?? '';
}
