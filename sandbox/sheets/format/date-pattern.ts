import type { Locale } from '../locale/locale.ts';
import { formatGeneral } from './general.ts';
import { sectionFor, sectionsOf } from './sections.ts';
import type { Section } from './sections.ts';
import { momentOf } from './serial.ts';

/** Shows a serial number by a pattern such as `yyyy-mm-dd h:mm:ss` or `[h]:mm`, with the names of the locale. */
export function formatDate(serial: number, pattern: string, locale: Locale): string {
  const { section } = sectionFor(sectionsOf(pattern), serial);
  const { parts, decimals, twelveHours } = planOf(section);
  const moment = momentOf(serial, decimals);
  // The calendar ends somewhere; what lies beyond is shown as the number that it is.
  if (Number.isNaN(moment.getTime())) return formatGeneral(serial, locale);
  const context = { moment, serial, locale, twelveHours };
  let shown = '';
  for (const part of parts) shown += show(part, context);
  return shown;
}

type PartKind = 'text' | 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'fraction' | 'half' | 'elapsed';
type Part = { readonly kind: PartKind; readonly text: string };
type Plan = { readonly parts: readonly Part[]; readonly decimals: number; readonly twelveHours: boolean };

const markPattern = /\[[hms]+\]|am\/pm|a\/p|y+|m+|d+|h+|s+|\.0+|./gis;
const plans = new WeakMap<Section, Plan>();

function planOf(section: Section): Plan {
  const found = plans.get(section) ?? readPlan(section);
  plans.set(section, found);
  return found;
}

function readPlan({ pieces }: Section): Plan {
  const read = pieces.flatMap(({ text, literal }): Part[] =>
    literal
      ? [{ kind: 'text', text }]
      : (text.match(markPattern) ?? []).map((mark) => ({ kind: kindOf(mark), text: mark })),
  );
  const parts = read.map((part, at): Part => (isMinute(read, at) ? { kind: 'minute', text: part.text } : part));
  const fraction = parts.find(({ kind }) => kind === 'fraction');
  return {
    parts,
    decimals: fraction ? fraction.text.length - 1 : 0,
    twelveHours: parts.some(({ kind }) => kind === 'half'),
  };
}

function kindOf(mark: string): PartKind {
  if (mark.startsWith('[')) return 'elapsed';
  if (mark.startsWith('.0')) return 'fraction';
  if (/^a(m\/pm|\/p)$/i.test(mark)) return 'half';
  return kinds[mark.charAt(0).toLowerCase()] ?? 'text';
}

const kinds: Readonly<Record<string, PartKind>> = { y: 'year', m: 'month', d: 'day', h: 'hour', s: 'second' };

const isTimeOrDate = ({ kind }: Part) => kind !== 'month' && kind !== 'text' && kind !== 'half' && kind !== 'fraction';

/** An `m` next to hours or seconds means minutes. */
function isMinute(parts: readonly Part[], at: number): boolean {
  if (parts[at]?.kind !== 'month') return false;
  const before = parts.slice(0, at).findLast(isTimeOrDate);
  const after = parts.slice(at + 1).find(isTimeOrDate);
  return /^\[?h/i.test(before?.text ?? '') || /^\[?s/i.test(after?.text ?? '');
}

type Context = { moment: Date; serial: number; locale: Locale; twelveHours: boolean };

function show({ kind, text }: Part, context: Context): string {
  const { moment, locale, twelveHours } = context;
  const width = text.length;
  switch (kind) {
    case 'text':
      return text;
    case 'year':
      return width > 2 ? pad(moment.getUTCFullYear(), 4) : pad(moment.getUTCFullYear() % 100, 2);
    case 'month':
      return monthName(context, width);
    case 'day':
      return dayName(context, width);
    case 'hour':
      return pad(twelveHours ? moment.getUTCHours() % 12 || 12 : moment.getUTCHours(), width);
    case 'minute':
      return pad(moment.getUTCMinutes(), width);
    case 'second':
      return pad(moment.getUTCSeconds(), width);
    case 'fraction':
      return (
        locale.decimal +
        pad(moment.getUTCMilliseconds(), 3)
          .padEnd(width - 1, '0')
          .slice(0, width - 1)
      );
    case 'half':
      return halfOfDay(moment, width);
    case 'elapsed':
      return elapsed(text, context.serial);
  }
}

/** `[h]`, `[m]` and `[s]` count on past a day. */
function elapsed(mark: string, serial: number): string {
  const perDay: Readonly<Record<string, number>> = { h: 24, m: 1440, s: 86_400 };
  const count = Math.abs(serial) * (perDay[mark.charAt(1).toLowerCase()] ?? 1);
  // A little is lost between a fraction of a day and its binary form: it must not cost a whole hour.
  return `${serial < 0 ? '-' : ''}${pad(Math.floor(count + 1e-6), mark.length - 2)}`;
}

/** `a/p` shows the first letter alone. */
function halfOfDay(moment: Date, width: number): string {
  const half = moment.getUTCHours() < 12 ? 'AM' : 'PM';
  return width === 3 ? half.charAt(0) : half;
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
