import { readFileSync } from 'node:fs';

/** The published Bot API as data: names, types and which fields must be there. Limits stand in the descriptions. */
export type Specification = {
  version: string;
  methods: Record<string, { returns: string[]; fields?: SpecifiedField[] }>;
  types: Record<string, SpecifiedType>;
};

/** An object with fields, or a union of `subtypes`. */
export type SpecifiedType = { description?: string[]; fields?: SpecifiedField[]; subtypes?: string[] };

export type SpecifiedField = { name: string; types: string[]; required: boolean; description: string };

/** Beside the checkout, not in it: the project does not copy what Telegram publishes. */
const specificationFile = new URL('../../../../shared/telegram/bot-api.json', import.meta.url);

let loaded: { specification: Specification | undefined } | undefined;

/** Read once in each process. Undefined where the file is missing. */
export function loadSpecification(): Specification | undefined {
  loaded ??= { specification: readSpecification() };
  return loaded.specification;
}

function readSpecification(): Specification | undefined {
  try {
    // Published data of a known shape; a test that reads it fails loudly on another.
    return JSON.parse(readFileSync(specificationFile, 'utf8')) as Specification;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
