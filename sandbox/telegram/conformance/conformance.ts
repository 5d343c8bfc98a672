import { isObject } from '../json-fields.ts';
import { allowedWords, lengthLimit, numberRange, type SpecifiedField, type Specification } from './specification.ts';

/** What is wrong, with its place, as in `sendMessage.text: is missing`. */
export type Problem = string;

export type Conformance = {
  /** `parameters` as they were sent: JSON values, or the strings of a form. */
  request: (method: string, parameters: Record<string, unknown>) => Problem[];
  result: (method: string, result: unknown) => Problem[];
  update: (update: unknown) => Problem[];
};

/** Holds requests, results and updates against the published Bot API. Strict: an unknown field is a problem. */
export function createConformance(specification: Specification): Conformance {
  const { methods, types } = specification;

  function checkAny(wanted: readonly string[], value: unknown, at: string): Problem[] {
    let best: Problem[] | undefined;
    for (const type of wanted) {
      const problems = checkType(type, value, at);
      if (problems.length === 0) return [];
      if (!best || problems.length < best.length) best = problems;
    }
    return best ?? [];
  }

  function checkType(type: string, value: unknown, at: string): Problem[] {
    const primitive = primitives[type];
    if (primitive) return primitive(value) ? [] : [`${at}: ${shown(value)} is no ${type}`];
    if (type.startsWith('Array of ')) return checkArray(type.slice('Array of '.length), value, at);
    // Prose only: "For simple text buttons, String can be used instead of this object".
    if (type === 'KeyboardButton' && typeof value === 'string') return [];
    const described = types[type];
    if (!described) return [`${at}: the specification has no type ${type}`];
    if (described.subtypes) return checkAny(variantsOf(described.subtypes, value), value, at);
    if (!isObject(value)) return [`${at}: ${shown(value)} is no ${type}`];
    return checkFields(described.fields ?? [], value, at);
  }

  function checkArray(type: string, value: unknown, at: string): Problem[] {
    if (!Array.isArray(value)) return [`${at}: ${shown(value)} is no Array of ${type}`];
    return value.flatMap((item, index) => checkType(type, item, `${at}[${index}]`));
  }

  function checkFields(fields: readonly SpecifiedField[], value: Record<string, unknown>, at: string): Problem[] {
    const known = new Set(fields.map(({ name }) => name));
    const unknown = Object.keys(value).filter((name) => !known.has(name));
    return [
      ...unknown.map((name) => `${at}.${name}: is no field of this type`),
      ...fields.flatMap((field) => checkField(field, value[field.name], `${at}.${field.name}`)),
    ];
  }

  function checkField(field: SpecifiedField, value: unknown, at: string): Problem[] {
    if (value === undefined) return field.required ? [`${at}: is missing`] : [];
    const problems = checkAny(field.types, value, at);
    return problems.length > 0 ? problems : checkLimits(field, value, at);
  }

  /** The variants whose discriminator says what the value says; all of them where none does. */
  function variantsOf(subtypes: readonly string[], value: unknown): readonly string[] {
    if (!isObject(value)) return subtypes;
    if (subtypes.includes('InaccessibleMessage')) return [value['date'] === 0 ? 'InaccessibleMessage' : 'Message'];
    const fitting = subtypes.filter((name) =>
      (types[name]?.fields ?? []).some((field) => {
        const words = allowedWords(field);
        return words?.length === 1 && words[0] === value[field.name];
      }),
    );
    return fitting.length > 0 ? fitting : subtypes;
  }

  return {
    request(method, parameters) {
      const specified = methods[method];
      if (!specified) return [`${method}: the specification has no such method`];
      const fields = specified.fields ?? [];
      return checkFields(fields, decodedParameters(fields, parameters), method);
    },
    result(method, result) {
      const specified = methods[method];
      return specified ? checkAny(specified.returns, result, `${method} → result`) : [];
    },
    update: (update) => checkType('Update', update, 'update'),
  };
}

const primitives: Record<string, (value: unknown) => boolean> = {
  Integer: Number.isSafeInteger,
  Float: (value) => typeof value === 'number',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  // An upload, as the emulator records it.
  InputFile: (value) => isObject(value) && typeof value['file'] === 'string',
};

function checkLimits(field: SpecifiedField, value: unknown, at: string): Problem[] {
  if (typeof value === 'number') {
    const range = numberRange(field);
    return range && (value < range.least || value > range.most) ? [`${at}: ${value} is out of range`] : [];
  }
  if (typeof value !== 'string') return [];
  const words = allowedWords(field);
  if (words && !words.includes(value)) return [`${at}: "${value}" is none of ${words.join(', ')}`];
  const limit = lengthLimit(field);
  if (!limit) return [];
  const length = limit.unit === 'bytes' ? Buffer.byteLength(value) : value.length;
  const fits = length >= limit.least && length <= limit.most;
  return fits ? [] : [`${at}: ${length} ${limit.unit}, not ${limit.least} to ${limit.most}`];
}

/** Forms carry everything as text. Uploads that a parameter names by `attach://` are no parameters themselves. */
function decodedParameters(fields: readonly SpecifiedField[], sent: Record<string, unknown>): Record<string, unknown> {
  const types = new Map(fields.map(({ name, types }) => [name, types]));
  const attached = new Set([...JSON.stringify(sent).matchAll(/attach:\/\/([^"\\]+)/g)].map(([, name]) => name));
  const parameters = Object.entries(sent).filter(([name]) => !attached.has(name));
  return Object.fromEntries(parameters.map(([name, value]) => [name, decoded(types.get(name) ?? [], value)]));
}

function decoded(types: readonly string[], value: unknown): unknown {
  if (typeof value !== 'string' || types.includes('String')) return value;
  try {
    return JSON.parse(value);
  } catch (error) {
    // Then it stays text, which the check will refuse by its type.
    if (error instanceof SyntaxError) return value;
    throw error;
  }
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
