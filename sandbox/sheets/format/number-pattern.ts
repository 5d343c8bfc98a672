import type { Locale } from '../locale/locale.ts';
import { formatGeneral } from './general.ts';
import { shiftPoint, toDecimals } from './round.ts';
import { sectionFor, sectionsOf } from './sections.ts';
import type { Section } from './sections.ts';

/** As many as JavaScript tells; the places behind them are filled with zeros. */
const maxDecimals = 100;

/** Shows a number by a pattern such as `"$"#,##0.00` or `0%;(0%)`, with the marks of the locale. */
export function formatNumber(value: number, pattern: string, locale: Locale): string {
  const { section, sign } = sectionFor(sectionsOf(pattern), value);
  return sign + fill(planOf(section), { value: Math.abs(value), locale });
}

type Part =
  | { readonly kind: 'text'; readonly text: string }
  /** `right` counts the places for whole digits behind this run of them. */
  | { readonly kind: 'integer'; readonly marks: string; readonly right: number; readonly isFirst: boolean }
  /** `left` counts the places for decimals before this run of them. */
  | { readonly kind: 'fraction'; readonly marks: string; readonly left: number }
  | { readonly kind: 'point' | 'general' }
  | { readonly kind: 'exponent'; readonly marks: string };

type Plan = {
  readonly parts: readonly Part[];
  readonly decimals: number;
  readonly grouped: boolean;
  /** By how many powers of ten the number is shown larger: percent signs, less the thousands that commas take away. */
  readonly scale: number;
  readonly scientific: boolean;
  /** A point without a decimal behind it is not shown, unless a place asks for one. */
  readonly needsPoint: boolean;
};

const markPattern = /E[+-][0#?]+|General|[#0?]+|\.|,+|%|[^#0?.,%EG]+|./gi;
const plans = new WeakMap<Section, Plan>();

function planOf(section: Section): Plan {
  const found = plans.get(section) ?? readPlan(section);
  plans.set(section, found);
  return found;
}

type Mark = { text: string; literal: boolean };

const isMark = (pattern: RegExp) => (mark: Mark) => !mark.literal && pattern.test(mark.text);
const isPoint = isMark(/^\.$/);
const isDigits = isMark(/^[#0?]+$/);
const isComma = isMark(/^,+$/);
const isPercent = isMark(/^%$/);
const isExponent = isMark(/^E[+-]/i);

function readPlan({ pieces }: Section): Plan {
  const marks = pieces.flatMap<Mark>(({ text, literal }) =>
    literal ? [{ text, literal }] : (text.match(markPattern) ?? []).map((mark) => ({ text: mark, literal: false })),
  );
  const point = marks.findIndex(isPoint);
  const end = point === -1 ? marks.length : point;
  const whole = marks.slice(0, end);
  const last = whole.findLastIndex(isDigits);
  const lastOfAll = marks.findLastIndex(isDigits);
  // Behind the last place before the point, or behind the last of all, a comma takes thousands away.
  const commas = marks.filter((mark, at) => isComma(mark) && ((at > last && at < end) || at > lastOfAll));
  const fraction = marks
    .slice(end)
    .filter(isDigits)
    .map(({ text }) => text)
    .join('');
  return {
    parts: [...readWhole(whole), ...readFraction(marks.slice(end))],
    decimals: Math.min(fraction.length, maxDecimals),
    grouped: whole.slice(0, last).some(isComma),
    scale: marks.filter(isPercent).length * 2 - (lastOfAll === -1 ? 0 : lengthOf(commas) * 3),
    scientific: marks.some(isExponent),
    needsPoint: /[0?]/.test(fraction),
  };
}

const lengthOf = (marks: readonly Mark[]) => marks.reduce((sum, { text }) => sum + text.length, 0);

/** Commas among places only say that thousands are marked: the places on either side are one run. */
function readWhole(marks: readonly Mark[]): Part[] {
  const hasDigits = marks.some(isDigits);
  const runs: Mark[] = [];
  for (const mark of marks) {
    if (hasDigits && isComma(mark)) continue;
    const before = runs.at(-1);
    if (before && isDigits(before) && isDigits(mark)) before.text += mark.text;
    else runs.push({ ...mark });
  }
  const first = runs.findIndex(isDigits);
  return runs.map((mark, at) =>
    isDigits(mark)
      ? {
          kind: 'integer',
          marks: mark.text,
          right: lengthOf(runs.slice(at + 1).filter(isDigits)),
          isFirst: at === first,
        }
      : readMark(mark),
  );
}

const readFraction = (marks: readonly Mark[]): Part[] =>
  marks
    .filter((mark) => !isComma(mark))
    .map((mark, at, kept) =>
      isDigits(mark)
        ? { kind: 'fraction', marks: mark.text, left: lengthOf(kept.slice(0, at).filter(isDigits)) }
        : readMark(mark),
    );

function readMark({ text, literal }: Mark): Part {
  if (literal) return { kind: 'text', text };
  if (text === '.') return { kind: 'point' };
  if (/^E[+-]/i.test(text)) return { kind: 'exponent', marks: text };
  return /^general$/i.test(text) || text === '@' ? { kind: 'general' } : { kind: 'text', text };
}

type Filling = { integer: string; fraction: string; exponent: number; plan: Plan; value: number; locale: Locale };

function fill(plan: Plan, { value, locale }: { value: number; locale: Locale }): string {
  const { digits, exponent } = digitsOf(plan, value);
  const point = digits.indexOf('.');
  const whole = point === -1 ? digits : digits.slice(0, point);
  const filling: Filling = {
    // No digit stands for a whole part of 0.
    integer: whole === '0' ? '' : whole,
    fraction: point === -1 ? '' : digits.slice(point + 1),
    exponent,
    plan,
    value,
    locale,
  };
  let shown = '';
  for (const part of plan.parts) shown += fillPart(part, filling);
  return shown;
}

function digitsOf({ scientific, decimals, scale }: Plan, value: number): { digits: string; exponent: number } {
  // Percent signs can make a number greater than any.
  const shown = scale === 0 ? value : Math.min(shiftPoint(value, scale), Number.MAX_VALUE);
  if (!scientific) return { digits: toDecimals(shown, decimals), exponent: 0 };
  const [digits = '0', exponent = '0'] = value.toExponential(decimals).split('e');
  return { digits, exponent: Number(exponent) };
}

function fillPart(part: Part, filling: Filling): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'integer':
      return integerPart(part, filling);
    case 'fraction':
      return fractionPart(part, filling);
    case 'point':
      return filling.plan.needsPoint || /[1-9]/.test(filling.fraction) ? filling.locale.decimal : '';
    case 'general':
      return formatGeneral(filling.value, filling.locale);
    case 'exponent':
      return exponentPart(part.marks, filling.exponent);
  }
}

type IntegerPart = Extract<Part, { kind: 'integer' }>;

/** The first run takes all digits that the pattern has no places for. */
function integerPart({ marks, right, isFirst }: IntegerPart, { integer, plan, locale }: Filling): string {
  const end = Math.max(0, integer.length - right);
  const digits = integer.slice(isFirst ? 0 : Math.max(0, end - marks.length), end);
  const shown = unfilled(marks.slice(0, Math.max(0, marks.length - digits.length))) + digits;
  if (!plan.grouped || shown.length <= 3) return shown;
  return shown.replaceAll(/\B(?=(?:\d{3})+(?!\d))/g, locale.group);
}

/** Zeros at the end are shown only where a place asks for them. */
function fractionPart({ marks, left }: Extract<Part, { kind: 'fraction' }>, { fraction }: Filling): string {
  let kept = fraction.length;
  while (kept > left && fraction.charAt(kept - 1) === '0') kept -= 1;
  const digits = fraction.slice(left, Math.min(kept, left + marks.length));
  return digits + unfilled(marks.slice(digits.length));
}

/** What places show that no digit is for. */
function unfilled(marks: string): string {
  let shown = '';
  for (const mark of marks) if (mark !== '#') shown += mark === '?' ? ' ' : mark;
  return shown;
}

function exponentPart(marks: string, exponent: number): string {
  const sign = exponent < 0 ? '-' : marks.charAt(1).replace('-', '');
  return `${marks.charAt(0)}${sign}${String(Math.abs(exponent)).padStart(marks.length - 2, '0')}`;
}
