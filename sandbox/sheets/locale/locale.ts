import { currencyPattern, currencySign } from './currency.ts';
import { datePatterns } from './date-patterns.ts';
import type { DatePart, DatePatterns } from './date-patterns.ts';
import { calendarNames } from './names.ts';
import type { CalendarNames } from './names.ts';

/** How numbers and dates are written in a spreadsheet: the locale is a property of the workbook, not of the reader. */
export type Locale = {
  /** As the API names it, e.g. `id_ID`. */
  readonly name: string;
  readonly decimal: string;
  readonly group: string;
  /** Between the arguments of a function: a comma where it is not the decimal mark. */
  readonly separator: ',' | ';';
  /** In which order day, month and year are written as numbers. */
  readonly dateOrder: readonly DatePart[];
  readonly dateMark: string;
  readonly names: CalendarNames;
  /** e.g. `Rp`. */
  readonly currency: string;
  /** Patterns of formats that have none of their own. Marks in a pattern are always `,` and `.`; the display puts in the locale's. */
  readonly patterns: DatePatterns & { readonly CURRENCY: string };
};

const known = new Map<string, Locale>();

/** The locale of a workbook. What Intl does not know is written as in en_US. */
export function localeOf(name: string): Locale {
  const found = known.get(name) ?? describeLocale(name);
  known.set(name, found);
  return found;
}

function describeLocale(name: string): Locale {
  const tag = languageTag(name);
  const parts = new Intl.NumberFormat(tag, { useGrouping: 'always' }).formatToParts(1_234_567.5);
  const mark = (type: 'decimal' | 'group', otherwise: string) =>
    parts.find((part) => part.type === type)?.value ?? otherwise;
  const decimal = mark('decimal', '.');
  const { order, mark: dateMark, ...patterns } = datePatterns(tag);
  return {
    name,
    decimal,
    group: mark('group', ','),
    separator: decimal === ',' ? ';' : ',',
    dateOrder: order,
    dateMark,
    names: calendarNames(tag),
    currency: currencySign(tag),
    patterns: { ...patterns, CURRENCY: currencyPattern(tag) },
  };
}

/** Digits are the ones of ASCII in every locale. */
function languageTag(name: string): string {
  try {
    return new Intl.Locale(name.replaceAll('_', '-'), { numberingSystem: 'latn', calendar: 'gregory' }).toString();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return 'en-US';
  }
}
