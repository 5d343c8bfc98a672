import { parseJsonText } from '../http/json-text.ts';
import { isObject } from '../json-fields.ts';
import type { Problem } from './problem.ts';
import type { SpecifiedField } from './specification.ts';

export type Decoded = { parameters: Record<string, unknown>; problems: Problem[] };

/**
 * The parameters by their declared types: a form carries everything as text, and JSON clients may write objects as text
 * too. An upload that a parameter names by `attach://` is no parameter itself; what is so named has to be there.
 */
export function decodeParameters(
  method: string,
  fields: readonly SpecifiedField[],
  sent: Record<string, unknown>,
): Decoded {
  const attached = attachedNames(sent);
  const types = new Map(fields.map(({ name, types }) => [name, types]));
  const parameters: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(sent)) {
    if (!attached.has(name)) parameters[name] = decoded(types.get(name) ?? [], value);
  }
  const missing = [...attached].filter((name) => !isUpload(sent[name]));
  return { parameters, problems: missing.map((name) => `${method}: attach://${name} names no upload`) };
}

const isUpload = (value: unknown): boolean => isObject(value) && typeof value['file'] === 'string';

function attachedNames(sent: Record<string, unknown>): ReadonlySet<string> {
  const text = JSON.stringify(sent);
  if (!text.includes('attach://')) return new Set();
  // At the beginning of a value only, be it JSON inside of a form's text: a message may speak of attach:// as well.
  return new Set([...text.matchAll(/(?<=[:[,]\s*\\?")attach:\/\/([^"\\]+)/g)].map(([, name]) => name ?? ''));
}

/** What is no JSON stays text, which the check will refuse by its type. */
function decoded(types: readonly string[], value: unknown): unknown {
  return typeof value !== 'string' || types.includes('String') ? value : (parseJsonText(value) ?? value);
}
