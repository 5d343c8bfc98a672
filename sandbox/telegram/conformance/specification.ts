import { readFileSync } from 'node:fs';

/** The published Bot API as data: names, types and which fields must be there. Limits stand in the descriptions. */
export type Specification = {
  version: string;
  methods: Record<string, { returns: string[]; fields?: SpecifiedField[] }>;
  types: Record<string, { fields?: SpecifiedField[]; subtypes?: string[] }>;
};

export type SpecifiedField = { name: string; types: string[]; required: boolean; description: string };

/** Beside the checkout, not in it: the project does not copy what Telegram publishes. */
export const specificationFile = new URL('../../../../shared/telegram/bot-api.json', import.meta.url);

/** Undefined where the file is missing. */
export function loadSpecification(): Specification | undefined {
  try {
    // Published data of a known shape; a test that reads it fails loudly on another.
    return JSON.parse(readFileSync(specificationFile, 'utf8')) as Specification;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Lengths of a text, from prose such as "1-64 bytes". What counts only after parsing cannot be seen from outside. */
export type LengthLimit = { least: number; most: number; unit: 'characters' | 'bytes' };

export function lengthLimit({ description }: SpecifiedField): LengthLimit | undefined {
  const found = /(\d+)-(\d+) (characters|bytes)(?! after entities parsing)/.exec(description);
  if (!found) return undefined;
  return { least: Number(found[1]), most: Number(found[2]), unit: found[3] === 'bytes' ? 'bytes' : 'characters' };
}

/** Bounds of a number, from prose such as "Values between 1-100 are accepted". */
export function numberRange({ description }: SpecifiedField): { least: number; most: number } | undefined {
  const found = /(?:values between|must be between|integer,|;) (\d+)(?:-| and )(\d+)/i.exec(description);
  return found ? { least: Number(found[1]), most: Number(found[2]) } : undefined;
}

const discriminators = new Set(['type', 'status', 'source']);

/** The words that a discriminating field may hold: one in a variant of a union, several in an enumeration. */
export function allowedWords({ name, description }: SpecifiedField): string[] | undefined {
  if (!discriminators.has(name)) return undefined;
  const only = /(?:always|must be) ["“]?(\w+)/.exec(description)?.[1];
  if (only !== undefined) return [only];
  if (!/can be /.test(description)) return undefined;
  const words = [...description.matchAll(/["“](\w+)["”]/g)].map(([, word]) => word ?? '');
  return words.length > 0 ? words : undefined;
}
