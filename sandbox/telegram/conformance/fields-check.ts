import { fine, type Check, type Problem } from './problem.ts';
import { allowedWords, itemRange, lengthLimit, numberRange, type LengthLimit, type Range } from './prose.ts';
import type { SpecifiedField } from './specification.ts';

export type FieldsCheck = (value: Record<string, unknown>, at: string) => readonly Problem[];

/** Checks the fields of an object: required ones are there, unknown ones are not, and each holds what it may. */
export function createFieldsCheck(
  fields: readonly SpecifiedField[],
  anyOf: (types: readonly string[]) => Check,
): FieldsCheck {
  const required = fields.filter((field) => field.required).map(({ name }) => name);
  const known = new Map(fields.map((field) => [field.name, field]));
  const checks = new Map<string, Check>();

  function checkOf(name: string): Check | undefined {
    const field = known.get(name);
    if (!field) return undefined;
    const made = checks.get(name) ?? createFieldCheck(field, anyOf(field.types));
    checks.set(name, made);
    return made;
  }

  return (value, at) => {
    let problems = fine;
    for (const [name, content] of Object.entries(value)) {
      if (content === undefined) continue;
      const check = checkOf(name);
      const found = check ? check(content, `${at}.${name}`) : [`${at}.${name}: is no field of this type`];
      if (found.length > 0) problems = [...problems, ...found];
    }
    const missing = required.filter((name) => value[name] === undefined);
    return missing.length === 0 ? problems : [...problems, ...missing.map((name) => `${at}.${name}: is missing`)];
  };
}

function createFieldCheck(field: SpecifiedField, hasType: Check): Check {
  const limits: Limits = {
    words: allowedWords(field),
    length: lengthLimit(field),
    range: numberRange(field),
    items: itemRange(field),
  };
  return (value, at) => {
    const problems = hasType(value, at);
    return problems.length > 0 ? problems : checkLimits(limits, value, at);
  };
}

type Limits = {
  words: readonly string[] | undefined;
  length: LengthLimit | undefined;
  range: Range | undefined;
  items: Range | undefined;
};

function checkLimits({ words, length, range, items }: Limits, value: unknown, at: string): readonly Problem[] {
  if (typeof value === 'number') {
    return !range || isWithin(range, value) ? fine : [`${at}: ${value} is not ${range.least} to ${range.most}`];
  }
  if (Array.isArray(value)) {
    if (!items || isWithin(items, value.length)) return fine;
    return [`${at}: ${value.length} items, not ${items.least} to ${items.most}`];
  }
  if (typeof value !== 'string') return fine;
  if (words && !words.includes(value)) return [`${at}: "${value}" is none of ${words.join(', ')}`];
  if (!length) return fine;
  const size = length.unit === 'bytes' ? Buffer.byteLength(value) : value.length;
  return isWithin(length, size) ? fine : [`${at}: ${size} ${length.unit}, not ${length.least} to ${length.most}`];
}

const isWithin = ({ least, most }: Range, value: number): boolean => value >= least && value <= most;
