import type { Locale } from '../locale/locale.ts';
import { formatGeneral } from './general.ts';
import { roundDecimals } from './round.ts';
import { sectionFor, sectionsOf } from './sections.ts';
import type { Section } from './sections.ts';

/** Shows a number by a pattern such as `"$"#,##0.00` or `0%;(0%)`, with the marks of the locale. */
export function formatNumber(value: number, pattern: string, locale: Locale): string {
  const { section, sign } = sectionFor(sectionsOf(pattern), value);
  return sign + fill(planOf(section), { value: Math.abs(value), locale });
}

/** `place` counts a digit's place from the point on: 0 is the last before it, or the first behind it. */
type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'integer' | 'fraction'; readonly mark: string; readonly place: number }
  | { readonly kind: 'point' | 'general' }
  | { readonly kind: 'exponent'; readonly mark: string };

type Plan = {
  readonly parts: readonly Part[];
  readonly integers: number;
  readonly decimals: number;
  readonly grouped: boolean;
  /** By how many powers of ten the number is shown larger: percent signs, less the thousands that commas take away. */
  readonly scale: number;
  readonly scientific: boolean;
};

const markPattern = /E[+-][0#?]+|General|[#0?]|\.|,+|%|[^#0?.,%EG]+|./gi;
const plans = new WeakMap<Section, Plan>();

function planOf(section: Section): Plan {
  const found = plans.get(section) ?? readPlan(section);
  plans.set(section, found);
  return found;
}

type Mark = { text: string; literal: boolean };

function readPlan({ pieces }: Section): Plan {
  const marks = pieces.flatMap<Mark>(({ text, literal }) =>
    literal ? [{ text, literal }] : (text.match(markPattern) ?? []).map((mark) => ({ text: mark, literal: false })),
  );
  const isMark = (pattern: RegExp) => (mark: Mark) => !mark.literal && pattern.test(mark.text);
  const point = marks.findIndex(isMark(/^\.$/));
  const end = point === -1 ? marks.length : point;
  const isDigit = isMark(/^[#0?]$/);
  const integers = marks.slice(0, end).filter(isDigit).length;
  const decimals = marks.slice(end).filter(isDigit).length;
  const lastInteger = marks.slice(0, end).findLastIndex(isDigit);
  const isComma = isMark(/^,+$/);
  const trailing = marks.slice(lastInteger + 1, end).filter(isComma);
  const parts: Part[] = [];
  let place = integers;
  for (const [at, mark] of marks.entries()) {
    if (isComma(mark) && integers > 0) continue;
    if (isDigit(mark)) place += at < end ? -1 : 1;
    parts.push(readMark(mark, { place: at < end ? place : place - 1, inFraction: at > end }));
    if (at === point) place = 0;
  }
  return {
    parts,
    integers,
    decimals,
    grouped: marks.slice(0, lastInteger).some(isComma),
    scale: marks.filter(isMark(/^%$/)).length * 2 - trailing.reduce((sum, { text }) => sum + text.length * 3, 0),
    scientific: marks.some(isMark(/^E[+-]/i)),
  };
}

function readMark({ text, literal }: Mark, { place, inFraction }: { place: number; inFraction: boolean }): Part {
  if (literal) return { kind: 'text', text };
  if (/^[#0?]$/.test(text)) return { kind: inFraction ? 'fraction' : 'integer', mark: text, place };
  if (text === '.') return { kind: 'point' };
  if (/^E[+-]/i.test(text)) return { kind: 'exponent', mark: text };
  return /^general$/i.test(text) || text === '@' ? { kind: 'general' } : { kind: 'text', text };
}

type Digits = { integer: string; fraction: string; exponent: number };
type Filling = Digits & { plan: Plan; value: number; locale: Locale };

function fill(plan: Plan, { value, locale }: { value: number; locale: Locale }): string {
  const filling = { ...digitsOf(plan, value), plan, value, locale };
  return plan.parts.map((part) => fillPart(part, filling)).join('');
}

function digitsOf(plan: Plan, value: number): Digits {
  if (plan.scientific) {
    const [mantissa = '0', exponent = '0'] = value.toExponential(plan.decimals).split('e');
    return { ...split(mantissa), exponent: Number(exponent) };
  }
  const scaled = roundDecimals(plan.scale === 0 ? value : Number(`${value}`) * 10 ** plan.scale, plan.decimals);
  // From 1e21 on toFixed gives powers of ten.
  return { ...split(scaled < 1e21 ? scaled.toFixed(plan.decimals) : BigInt(scaled).toString()), exponent: 0 };
}

function split(digits: string): { integer: string; fraction: string } {
  const [integer = '', fraction = ''] = digits.split('.');
  return { integer: integer === '0' ? '' : integer, fraction };
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
      return showsPoint(filling) ? filling.locale.decimal : '';
    case 'general':
      return formatGeneral(filling.value, filling.locale);
    case 'exponent':
      return exponentPart(part.mark, filling.exponent);
  }
}

/** The first place takes all digits that the pattern has no places for. */
function integerPart({ mark, place }: { mark: string; place: number }, { integer, plan, locale }: Filling): string {
  const last = integer.length - place;
  const first = place === plan.integers - 1 ? 0 : last - 1;
  const digits = integer.slice(Math.max(0, first), Math.max(0, last));
  if (digits === '') return unfilled[mark] ?? '';
  if (!plan.grouped) return digits;
  return Array.from(digits, (digit, index) => {
    const right = place + digits.length - 1 - index;
    return right > 0 && right % 3 === 0 ? digit + locale.group : digit;
  }).join('');
}

function fractionPart({ mark, place }: { mark: string; place: number }, { fraction }: Filling): string {
  return /[1-9]/.test(fraction.slice(place)) ? fraction.charAt(place) : (unfilled[mark] ?? '');
}

/** What a place shows that no digit is for. */
const unfilled: Readonly<Record<string, string>> = { '0': '0', '?': ' ', '#': '' };

const showsPoint = ({ plan, fraction }: Filling) =>
  /[1-9]/.test(fraction) || plan.parts.some((part) => part.kind === 'fraction' && part.mark !== '#');

function exponentPart(mark: string, exponent: number): string {
  const sign = exponent < 0 ? '-' : mark.charAt(1).replace('-', '');
  return `${mark.charAt(0)}${sign}${String(Math.abs(exponent)).padStart(mark.length - 2, '0')}`;
}
