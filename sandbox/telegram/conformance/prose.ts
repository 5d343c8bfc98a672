import type { SpecifiedField, SpecifiedType } from './specification.ts';

/** What the specification says only in its descriptions: limits, enumerations, fields that exclude each other. */

export type Range = { least: number; most: number };

/** Lengths of a text, from prose such as "1-64 bytes". What counts only after parsing cannot be seen from outside. */
export type LengthLimit = Range & { unit: 'characters' | 'bytes' };

export function lengthLimit({ description }: SpecifiedField): LengthLimit | undefined {
  const found = /(\d+)-(\d+) (characters|bytes)(?! after entit)/i.exec(description);
  if (!found) return undefined;
  return { ...rangeOf(found), unit: found[3]?.toLowerCase() === 'bytes' ? 'bytes' : 'characters' };
}

/** Bounds of a number, from prose such as "Values between 1-100 are accepted". */
export function numberRange({ description }: SpecifiedField): Range | undefined {
  // Two ranges, or one with an exception, hold under conditions that stand in prose only.
  if (description.split('between').length > 2 || description.includes(', or 0x')) return undefined;
  const found = /(?:between|[;,]) (\d+)(?:-| and )(\d+)(?![\d-]| \*)/i.exec(description);
  return found ? rangeOf(found) : undefined;
}

/** How many items a list may have, from prose such as "must include 2-10 items" or "At most 100 commands". */
export function itemRange({ description }: SpecifiedField): Range | undefined {
  const found = /(?:of|include) (\d+)-(\d+) [a-z]/i.exec(description);
  if (found) return rangeOf(found);
  const most = /(?:(?:of|;) up to|at most) (\d+) [a-z]/i.exec(description)?.[1];
  return most === undefined ? undefined : { least: 0, most: Number(most) };
}

const rangeOf = ([, least, most]: RegExpExecArray): Range => ({ least: Number(least), most: Number(most) });

const discriminators = new Set(['type', 'status', 'source']);

/** The words that a field may hold: one in a variant of a union, several in an enumeration. */
export function allowedWords({ name, description }: SpecifiedField): string[] | undefined {
  const quoted = /always ["“](\w+)["”]/.exec(description)?.[1];
  if (quoted !== undefined) return [quoted];
  const bare = /must be (?!one of|either)(\w+)$/.exec(description.replace(/\.$/, ''))?.[1];
  if (bare !== undefined && discriminators.has(name)) return [bare];
  const list = /(?:must be|can be|one of|either)(?: either| one of)? (["“].*)/is.exec(description)?.[1];
  if (list === undefined) return undefined;
  return [...list.matchAll(/["“]([^"”]+)["”]/g)].map(([, word]) => word ?? '');
}

/** Fields of which one excludes the others, as in "Exactly one of the fields other than text must be used". */
export type ExclusiveFields = { names: string[]; least: 0 | 1 };

export function exclusiveFields({ description = [], fields = [] }: SpecifiedType): ExclusiveFields | undefined {
  const found = /(exactly|at most) one of the (?:optional fields|fields other than (.*?) (?:must|can))/i.exec(
    description.join(' '),
  );
  if (!found) return undefined;
  const others: readonly string[] = found[2]?.match(/\w+/g) ?? [];
  const names = fields.filter(({ name, required }) => !required && !others.includes(name)).map(({ name }) => name);
  return { names, least: found[1]?.toLowerCase() === 'exactly' ? 1 : 0 };
}
