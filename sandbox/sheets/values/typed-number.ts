import type { NumberFormat } from '../grid/cell.ts';
import { fractionOf, serialOf } from '../format/serial.ts';

/** A number that somebody typed, and the look that typing it so gives the cell. */
export type TypedNumber = { value: number; numberFormat?: NumberFormat };

const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const exponent = /^[+-]?\d+\.?\d*[eE][+-]?\d+$/;
const isoDate = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/;
const usDate = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})$/;
const shortDate = /^(\d{1,2})([-/])(\d{1,2})$/;
const time = /^(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(?: ?([AaPp][Mm]))?$/;

/** Reads `1,000.5`, `50%`, `$3`, `2026-09-05`, `9/27/2026`, `10:30` and the like (en_US); undefined for other text. */
export function typedNumber(text: string, year: number): TypedNumber | undefined {
  return typedAmount(text) ?? typedDate(text, year) ?? typedTime(text) ?? typedMoment(text);
}

const ungrouped = (text: string) => Number(text.replaceAll(',', ''));

function typedAmount(text: string): TypedNumber | undefined {
  if (plain.test(text)) return { value: Number(text) };
  if (exponent.test(text)) return { value: Number(text), numberFormat: { type: 'SCIENTIFIC', pattern: '0.00E+00' } };
  const cents = text.includes('.') ? '.00' : '';
  if (grouped.test(text)) return { value: ungrouped(text), numberFormat: { type: 'NUMBER', pattern: `#,##0${cents}` } };
  const isNumber = (body: string) => plain.test(body) || grouped.test(body);
  if (text.endsWith('%') && isNumber(text.slice(0, -1))) {
    // Shifting the point in the text keeps 12.3% exactly 0.123.
    return {
      value: Number(`${text.slice(0, -1).replaceAll(',', '')}e-2`),
      numberFormat: { type: 'PERCENT', pattern: `0${cents}%` },
    };
  }
  const [, sign = '', body = ''] = /^([+-]?)\$(.+)$/.exec(text) ?? [];
  if (!isNumber(body)) return undefined;
  return { value: ungrouped(sign + body), numberFormat: { type: 'CURRENCY', pattern: `"$"#,##0${cents}` } };
}

function typedDate(text: string, year: number): TypedNumber | undefined {
  const iso = isoDate.exec(text);
  if (iso) return dated([iso[1], iso[3], iso[4]], `yyyy${iso[2]}mm${iso[2]}dd`);
  const us = usDate.exec(text);
  if (us)
    return dated([fullYear(us[4] ?? ''), us[1], us[3]], `m${us[2]}d${us[2]}${us[4]?.length === 2 ? 'yy' : 'yyyy'}`);
  const short = shortDate.exec(text);
  return short ? dated([String(year), short[1], short[3]], `m${short[2]}d`) : undefined;
}

/** Two digits mean 1930 to 2029. */
function fullYear(digits: string): string {
  if (digits.length > 2) return digits;
  return String(Number(digits) + (Number(digits) < 30 ? 2000 : 1900));
}

function dated([year, month, day]: readonly (string | undefined)[], pattern: string): TypedNumber | undefined {
  const value = serialOf({ year: Number(year), month: Number(month), day: Number(day) });
  return value === undefined ? undefined : { value, numberFormat: { type: 'DATE', pattern } };
}

function typedTime(text: string): TypedNumber | undefined {
  const [, hourText = '', minute = '', second, half] = time.exec(text) ?? [];
  if (hourText === '') return undefined;
  const hour = half ? (Number(hourText) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hourText);
  const value = fractionOf({ hour, minute: Number(minute), second: Number(second ?? 0) });
  if (value === undefined) return undefined;
  return { value, numberFormat: { type: 'TIME', pattern: `h:mm${second ? ':ss' : ''}${half ? ' AM/PM' : ''}` } };
}

function typedMoment(text: string): TypedNumber | undefined {
  const [, dateText = '', timeText = ''] = /^(\S+)[ T](.+)$/.exec(text) ?? [];
  // Only a date with its year has a time of day after it, so the current year plays no part.
  const date = shortDate.test(dateText) ? undefined : typedDate(dateText, 0);
  const clock = typedTime(timeText);
  if (!date || !clock) return undefined;
  const pattern = `${date.numberFormat?.pattern} ${clock.numberFormat?.pattern}`;
  return { value: date.value + clock.value, numberFormat: { type: 'DATE_TIME', pattern } };
}
