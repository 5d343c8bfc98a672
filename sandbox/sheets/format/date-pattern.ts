import type { Locale } from '../locale/locale.ts';
import { formatGeneral } from './general.ts';
import { sectionFor, sectionsOf } from './sections.ts';
import type { Piece } from './sections.ts';
import { momentOf } from './serial.ts';

const markPattern = /\[[hms]+\]|am\/pm|a\/p|y+|m+|d+|h+|s+|\.0+|./gis;
const halfPattern = /^a(m\/pm|\/p)$/i;

/** Shows a serial number by a pattern such as `yyyy-mm-dd h:mm:ss` or `[h]:mm`, with the names of the locale. */
export function formatDate(serial: number, pattern: string, locale: Locale): string {
  const { section } = sectionFor(sectionsOf(pattern), serial);
  const marks = section.pieces.flatMap<Piece>(({ text, literal }) =>
    literal ? [{ text, literal }] : (text.match(markPattern) ?? []).map((mark) => ({ text: mark, literal: false })),
  );
  const decimals = marks.find(isFraction)?.text.length ?? 1;
  const moment = momentOf(serial, decimals - 1);
  // The calendar ends somewhere; what lies beyond is shown as the number that it is.
  if (Number.isNaN(moment.getTime())) return formatGeneral(serial, locale);
  const twelveHours = marks.some(({ text, literal }) => !literal && halfPattern.test(text));
  return marks
    .map((mark, at) => show(mark, { moment, serial, locale, twelveHours, minutes: isMinutes(marks, at) }))
    .join('');
}

type Context = { moment: Date; serial: number; locale: Locale; twelveHours: boolean; minutes: boolean };

function show({ text, literal }: Piece, context: Context): string {
  if (literal) return text;
  if (text.startsWith('[')) return elapsed(text, context.serial);
  if (text.startsWith('.0')) return fractionOfSecond(text, context);
  const { moment, twelveHours, minutes } = context;
  const hour = moment.getUTCHours();
  if (halfPattern.test(text)) return halfOfDay(text, hour);
  const width = text.length;
  switch (text.charAt(0).toLowerCase()) {
    case 'y':
      return width > 2 ? pad(moment.getUTCFullYear(), 4) : pad(moment.getUTCFullYear() % 100, 2);
    case 'm':
      return minutes ? pad(moment.getUTCMinutes(), width) : monthName(context, width);
    case 'd':
      return dayName(context, width);
    case 'h':
      return pad(twelveHours ? hour % 12 || 12 : hour, width);
    case 's':
      return pad(moment.getUTCSeconds(), width);
    default:
      return text;
  }
}

/** `[h]`, `[m]` and `[s]` count on past a day. */
function elapsed(mark: string, serial: number): string {
  const perDay: Readonly<Record<string, number>> = { h: 24, m: 1440, s: 86_400 };
  const count = Math.abs(serial) * (perDay[mark.charAt(1).toLowerCase()] ?? 1);
  // A tenth of a second is lost between 0.1 and its binary form: it must not cost a whole hour.
  return `${serial < 0 ? '-' : ''}${pad(Math.floor(count + 1e-6), mark.length - 2)}`;
}

function fractionOfSecond(mark: string, { moment, locale }: Context): string {
  const digits = String(moment.getUTCMilliseconds()).padStart(3, '0');
  return locale.decimal + digits.padEnd(mark.length - 1, '0').slice(0, mark.length - 1);
}

function halfOfDay(mark: string, hour: number): string {
  const half = hour < 12 ? 'AM' : 'PM';
  return mark.length === 3 ? half.charAt(0) : half;
}

const isFraction = ({ text, literal }: Piece) => !literal && text.startsWith('.0');
const isTimeOrDate = ({ text, literal }: Piece) => !literal && /^\[?[ydhs]/i.test(text);

/** An `m` next to hours or seconds means minutes. */
function isMinutes(marks: readonly Piece[], at: number): boolean {
  const before = marks.slice(0, at).findLast(isTimeOrDate);
  const after = marks.slice(at + 1).find(isTimeOrDate);
  return /^\[?h/i.test(before?.text ?? '') || /^\[?s/i.test(after?.text ?? '');
}

function monthName({ moment, locale }: Context, width: number): string {
  const month = moment.getUTCMonth();
  if (width < 3) return pad(month + 1, width);
  if (width === 3) return locale.names.shortMonths[month] ?? '';
  const name = locale.names.months[month] ?? '';
  return width === 5 ? name.slice(0, 1) : name;
}

function dayName({ moment, locale }: Context, width: number): string {
  if (width < 3) return pad(moment.getUTCDate(), width);
  const names = width === 3 ? locale.names.shortDays : locale.names.days;
  return names[moment.getUTCDay()] ?? '';
}

const pad = (value: number, width: number) => String(value).padStart(width, '0');
