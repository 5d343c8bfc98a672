import { momentOf } from './serial.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const tokenPattern = /"[^"]*"|\\.|am\/pm|a\/p|y+|m+|d+|h+|s+|./gi;

/** Shows a serial number by a pattern such as `yyyy-mm-dd h:mm:ss`, in English. */
export function formatDate(serial: number, pattern: string): string {
  const tokens = pattern.match(tokenPattern) ?? [];
  const moment = momentOf(serial);
  const twelveHours = tokens.some((token) => /^a(m\/pm|\/p)$/i.test(token));
  return tokens.map((token, at) => show(token, { moment, twelveHours, minutes: isMinutes(tokens, at) })).join('');
}

type Context = { moment: Date; twelveHours: boolean; minutes: boolean };

function show(token: string, { moment, twelveHours, minutes }: Context): string {
  if (token.startsWith('"')) return token.slice(1, -1);
  if (token.startsWith('\\')) return token.slice(1);
  const hour = moment.getUTCHours();
  if (/^a(m\/pm|\/p)$/i.test(token)) return hour < 12 ? 'AM' : 'PM';
  const width = token.length;
  switch (token.charAt(0).toLowerCase()) {
    case 'y':
      return width > 2 ? pad(moment.getUTCFullYear(), 4) : pad(moment.getUTCFullYear() % 100, 2);
    case 'm':
      return minutes ? pad(moment.getUTCMinutes(), width) : monthName(moment, width);
    case 'd':
      return dayName(moment, width);
    case 'h':
      return pad(twelveHours ? hour % 12 || 12 : hour, width);
    case 's':
      return pad(moment.getUTCSeconds(), width);
    default:
      return token;
  }
}

const isTimeOrDate = (token: string) => /^[ydhs]/i.test(token);

/** An `m` next to hours or seconds means minutes. */
function isMinutes(tokens: readonly string[], at: number): boolean {
  const before = tokens.slice(0, at).findLast(isTimeOrDate);
  const after = tokens.slice(at + 1).find(isTimeOrDate);
  return /^h/i.test(before ?? '') || /^s/i.test(after ?? '');
}

function monthName(moment: Date, width: number): string {
  const month = moment.getUTCMonth();
  if (width < 3) return pad(month + 1, width);
  return width === 3 ? (months[month] ?? '').slice(0, 3) : (months[month] ?? '');
}

function dayName(moment: Date, width: number): string {
  if (width < 3) return pad(moment.getUTCDate(), width);
  const name = days[moment.getUTCDay()] ?? '';
  return width === 3 ? name.slice(0, 3) : name;
}

const pad = (value: number, width: number) => String(value).padStart(Math.min(width, 4), '0');
