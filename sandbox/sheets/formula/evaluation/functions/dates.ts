import { fractionOf, momentOf, serialOf } from '../../../format/serial.ts';
import { takes } from '../call.ts';
import type { Call, FunctionTable } from '../call.ts';
import { FormulaFailure } from '../failure.ts';

/** Months and days past their ends go on into the next ones; years before 1900 are counted from it. */
function date(call: Call): number {
  const year = Math.trunc(call.number(0));
  const month = Math.trunc(call.number(1));
  const day = Math.trunc(call.number(2));
  const started = new Date(Date.UTC(year < 1900 ? year + 1900 : year, month - 1, 1));
  const first = serialOf({ year: started.getUTCFullYear(), month: started.getUTCMonth() + 1, day: 1 });
  const serial = first === undefined ? Number.NaN : first + day - 1;
  if (serial >= 0) return serial;
  throw new FormulaFailure('NUM', 'Function DATE parameters give no date that a sheet has.');
}

function partOf(call: Call, part: (moment: Date) => number): number {
  // A date as text, which VALUE would read, is a date here too.
  const moment = momentOf(Math.floor(call.number(0)));
  if (!Number.isNaN(moment.getTime())) return part(moment);
  throw new FormulaFailure('NUM', `Function ${call.name} parameter 1 value is out of range.`);
}

const today = ({ scope: { now } }: Call): number =>
  serialOf({ year: now.getUTCFullYear(), month: now.getUTCMonth() + 1, day: now.getUTCDate() }) ?? 0;

function timeOfDay({ scope: { now } }: Call): number {
  return fractionOf({ hour: now.getUTCHours(), minute: now.getUTCMinutes(), second: now.getUTCSeconds() }) ?? 0;
}

export const dates: FunctionTable = {
  DATE: takes(3, 3, date),
  YEAR: takes(1, 1, (call) => partOf(call, (moment) => moment.getUTCFullYear())),
  MONTH: takes(1, 1, (call) => partOf(call, (moment) => moment.getUTCMonth() + 1)),
  DAY: takes(1, 1, (call) => partOf(call, (moment) => moment.getUTCDate())),
  TODAY: takes(0, 0, today),
  NOW: takes(0, 0, (call) => today(call) + timeOfDay(call)),
};
