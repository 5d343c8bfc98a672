const dayMs = 86_400_000;
/** Day 0 of a sheet is 30 December 1899, so that 1 March 1900 is day 61, as in every spreadsheet. */
const epochMs = Date.UTC(1899, 11, 30);

export type CalendarDate = { year: number; month: number; day: number };
export type ClockTime = { hour: number; minute: number; second: number };

/** The serial number of a date; undefined when the calendar has no such day. */
export function serialOf({ year, month, day }: CalendarDate): number | undefined {
  const ms = Date.UTC(year, month - 1, day);
  const date = new Date(ms);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? Math.round((ms - epochMs) / dayMs) : undefined;
}

/** The part of a day; undefined past 23:59:59. */
export function fractionOf({ hour, minute, second }: ClockTime): number | undefined {
  if (hour > 23 || minute > 59 || second >= 60) return undefined;
  return (hour * 3600 + minute * 60 + second) / 86_400;
}

/** The moment that a serial number shows, rounded to that many decimals of a second as the display is; its fields are read as UTC. */
export function momentOf(serial: number, decimals = 0): Date {
  const steps = 10 ** Math.min(decimals, 3);
  return new Date(epochMs + Math.round(serial * 86_400 * steps) * (1000 / steps));
}
