import { serialOf } from '../format/serial.ts';
import type { DatePart } from '../locale/date-patterns.ts';
import type { Locale } from '../locale/locale.ts';
import { typedName } from '../locale/names.ts';
import type { TypedNumber, Typing } from './typed-number.ts';
import { typedTime } from './typed-time.ts';

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const withoutYear = /^(\d{1,2})([-/.])(\d{1,2})$/;
const dayThenMonth = /^(\d{1,2})([ -])(\p{L}+\.?)(?:\2(\d{4}))?$/u;
const monthThenDay = /^(\p{L}+\.?) (\d{1,2})(?:(,?) (\d{4}))?$/u;

/** Reads a date of numbers, or one with the name of its month in the locale's language or in English. */
export function typedDate(text: string, typing: Typing): TypedNumber | undefined {
  return numericDate(text, typing) ?? namedDate(text, typing);
}

function numericDate(text: string, { locale, year }: Typing): TypedNumber | undefined {
  const first = yearFirst.exec(text);
  if (first && marks(locale, first[2])) {
    const [, yyyy, mark, month, day] = first;
    return dated({ year: yyyy, month, day }, `yyyy${mark}mm${mark}dd`);
  }
  const order = locale.dateOrder.filter((part) => part !== 'year');
  const last = yearLast.exec(text);
  if (last && marks(locale, last[2])) {
    const [, one, mark = '', two, yyyy = ''] = last;
    const pattern = `${letters(order, mark)}${mark}${yyyy.length === 2 ? 'yy' : 'yyyy'}`;
    return dated({ ...ordered(order, one, two), year: fullYear(yyyy) }, pattern);
  }
  const short = withoutYear.exec(text);
  if (!short || !marks(locale, short[2])) return undefined;
  const [, one, mark = '', two] = short;
  return dated({ ...ordered(order, one, two), year: String(year) }, letters(order, mark));
}

/** A dash and a slash are taken everywhere; a point where the locale's own dates have one. */
const marks = ({ dateMark }: Locale, mark = '') => mark !== '.' || dateMark === '.';

type MonthAndDay = readonly DatePart[];

const letters = (order: MonthAndDay, mark: string) => order.map((part) => (part === 'day' ? 'd' : 'm')).join(mark);

const ordered = ([first]: MonthAndDay, one = '', two = '') =>
  first === 'day' ? { day: one, month: two } : { month: one, day: two };

/** Two digits mean 1930 to 2029. */
function fullYear(digits: string): string {
  if (digits.length > 2) return digits;
  return String(Number(digits) + (Number(digits) < 30 ? 2000 : 1900));
}

function namedDate(text: string, typing: Typing): TypedNumber | undefined {
  const [, day, mark = ' ', name = '', year] = dayThenMonth.exec(text) ?? [];
  if (day !== undefined) {
    const pattern = (month: string) => `d${mark}${month}${year ? `${mark}yyyy` : ''}`;
    return withMonth({ name, day, year, pattern }, typing);
  }
  const [, nameBefore = '', dayAfter, comma = '', yearAfter] = monthThenDay.exec(text) ?? [];
  const pattern = (month: string) => `${month} d${yearAfter ? `${comma} yyyy` : ''}`;
  return withMonth({ name: nameBefore, day: dayAfter, year: yearAfter, pattern }, typing);
}

/** `pattern` takes the letters for the month. */
type Named = { name: string; day: string | undefined; year: string | undefined; pattern: (month: string) => string };

function withMonth({ name, day, year, pattern }: Named, { locale, year: thisYear }: Typing): TypedNumber | undefined {
  const found = locale.names.monthByName.get(typedName(name));
  if (!found) return undefined;
  const date = { year: year ?? String(thisYear), month: String(found.month), day };
  return dated(date, pattern(found.isShort ? 'mmm' : 'mmmm'));
}

type Typed = Partial<Record<DatePart, string | undefined>>;

function dated({ year, month, day }: Typed, pattern: string): TypedNumber | undefined {
  const value = serialOf({ year: Number(year), month: Number(month), day: Number(day) });
  return value === undefined ? undefined : { value, numberFormat: { type: 'DATE', pattern } };
}

/** Only a date with its year has a time of day after it. */
export function typedMoment(text: string, typing: Typing): TypedNumber | undefined {
  const [, dateText = '', timeText = ''] = /^(\S+)[ T](.+)$/.exec(text) ?? [];
  const date = withoutYear.test(dateText) ? undefined : typedDate(dateText, typing);
  const clock = typedTime(timeText);
  if (!date || !clock) return undefined;
  const pattern = `${date.numberFormat?.pattern} ${clock.numberFormat?.pattern}`;
  return { value: date.value + clock.value, numberFormat: { type: 'DATE_TIME', pattern } };
}
