import { plainLiteral } from './literal.ts';

export type DatePart = 'day' | 'month' | 'year';

export type DatePatterns = { readonly DATE: string; readonly TIME: string; readonly DATE_TIME: string };

/** A day of one digit and a month of one digit show whether the locale pads them. */
const sample = new Date(Date.UTC(2026, 8, 5, 8, 4, 9));

/** The locale's short date, its year in full as Sheets has it, and its time of day. */
export function datePatterns(tag: string): DatePatterns & { order: readonly DatePart[]; mark: string } {
  const date = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', dateStyle: 'short' }).formatToParts(sample);
  const time = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', timeStyle: 'medium' }).formatToParts(sample);
  const DATE = date.map(patternPart).join('').trim();
  const TIME = time.map(patternPart).join('').trim();
  const order = date.flatMap(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? [type] : []));
  const mark = plainLiteral(date.find((part) => part.type === 'literal')?.value ?? '').trim();
  // Beside a date Sheets counts to 24 even where the time alone has AM and PM.
  return { DATE, TIME, DATE_TIME: `${DATE} ${TIME.replace(' AM/PM', '')}`, order, mark: mark === '' ? '/' : mark };
}

function patternPart({ type, value }: Intl.DateTimeFormatPart): string {
  switch (type) {
    case 'year':
      return 'yyyy';
    case 'month':
      return 'm'.repeat(value.length);
    case 'day':
      return 'd'.repeat(value.length);
    case 'hour':
      return 'h'.repeat(value.length);
    case 'minute':
      return 'mm';
    case 'second':
      return 'ss';
    case 'dayPeriod':
      return 'AM/PM';
    default:
      return plainLiteral(value);
  }
}
