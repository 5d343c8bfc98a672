import { displayValue, isDatePattern } from '../../../format/display.ts';
import { takes } from '../call.ts';
import type { Call, FunctionTable } from '../call.ts';
import { FormulaFailure } from '../failure.ts';
import { isMatrix, itemsOf, numberOf, sound, textOf } from '../value.ts';

/** All arguments, ranges row by row, as one text. */
function concatenate(call: Call): string {
  return Array.from({ length: call.count }, (_, index) => textsOf(call, index).join('')).join('');
}

function textsOf(call: Call, index: number): string[] {
  const value = call.value(index);
  const items = isMatrix(value) ? [...itemsOf(value)] : [value];
  return items.map((item) => textOf(item, call.locale));
}

function join(call: Call): string {
  const lists = Array.from({ length: call.count - 1 }, (_, index) => textsOf(call, index + 1));
  return lists.flat().join(call.text(0));
}

/** A length or position, counted in UTF-16 units as Sheets does. Throws when it is too small. */
function whole(call: Call, index: number, { least, otherwise }: { least: number; otherwise: number }): number {
  const value = Math.trunc(call.number(index, otherwise));
  if (value >= least) return value;
  throw new FormulaFailure(
    'NUM',
    `Function ${call.name} parameter ${index + 1} value is ${value}. It should be greater than or equal to ${least}.`,
  );
}

const length = (call: Call, index = 1) => whole(call, index, { least: 0, otherwise: 1 });

function right(call: Call): string {
  const text = call.text(0);
  return text.slice(Math.max(0, text.length - length(call)));
}

function mid(call: Call): string {
  const start = whole(call, 1, { least: 1, otherwise: 1 }) - 1;
  return call.text(0).slice(start, start + length(call, 2));
}

/** Every occurrence, or the n-th alone. */
function substitute(call: Call): string {
  const [text, old, replacement] = [call.text(0), call.text(1), call.text(2)];
  if (old === '') return text;
  const parts = text.split(old);
  if (!call.has(3)) return parts.join(replacement);
  const occurrence = whole(call, 3, { least: 1, otherwise: 1 });
  if (occurrence >= parts.length) return text;
  return parts.slice(0, occurrence).join(old) + replacement + parts.slice(occurrence).join(old);
}

function asText(call: Call): string {
  const value = sound(call.item(0)) ?? 0;
  const pattern = call.text(1);
  const type = isDatePattern(pattern) ? 'DATE_TIME' : 'NUMBER';
  return displayValue(value, { type, pattern }, call.locale);
}

export const texts: FunctionTable = {
  CONCATENATE: takes(1, undefined, concatenate),
  CONCAT: takes(2, 2, (call) => call.text(0) + call.text(1)),
  JOIN: takes(2, undefined, join),
  LEN: takes(1, 1, (call) => call.text(0).length),
  LEFT: takes(1, 2, (call) => call.text(0).slice(0, length(call))),
  RIGHT: takes(1, 2, right),
  MID: takes(3, 3, mid),
  UPPER: takes(1, 1, (call) => call.text(0).toUpperCase()),
  LOWER: takes(1, 1, (call) => call.text(0).toLowerCase()),
  TRIM: takes(1, 1, (call) => call.text(0).trim().replaceAll(/ {2,}/g, ' ')),
  SUBSTITUTE: takes(3, 4, substitute),
  TEXT: takes(2, 2, asText),
  VALUE: takes(1, 1, (call) => numberOf(call.item(0), { name: 'VALUE', parameter: 1, locale: call.locale })),
};
