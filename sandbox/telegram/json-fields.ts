import { badRequest } from './api-error.ts';

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads the fields of one JSON object in the server's words. `context` precedes each complaint,
 * as in "can't parse inline keyboard button: Can't find field "text"".
 */
export function fieldsOf(value: unknown, expected: string, context = '') {
  const complaint = (text: string) => badRequest(context === '' ? text : `${context}: ${text}`);
  if (!isObject(value)) throw complaint(expected);

  const optionalText = (name: string): string | undefined => {
    const field = value[name];
    if (field === undefined || field === null) return undefined;
    if (typeof field === 'string') return field;
    if (typeof field === 'number') return String(field);
    throw complaint(`Field "${name}" must be of type String`);
  };
  const optionalBoolean = (name: string): boolean => {
    const field = value[name];
    if (field === undefined || field === null) return false;
    if (typeof field === 'boolean') return field;
    throw complaint(`Field "${name}" must be of type Boolean`);
  };

  return {
    has: (name: string) => value[name] !== undefined && value[name] !== null,
    raw: (name: string) => value[name],
    /** As it was sent, every field. */
    all: value,
    complaint,
    optionalText,
    optionalBoolean,
    text(name: string): string {
      const field = optionalText(name);
      if (field === undefined) throw complaint(`Can't find field "${name}"`);
      return field;
    },
    integer(name: string): number {
      const field = value[name];
      if (field === undefined || field === null) throw complaint(`Can't find field "${name}"`);
      const number = typeof field === 'string' ? Number(field) : field;
      if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
        throw complaint(`Field "${name}" must be a valid Number`);
      }
      return number;
    },
    array(name: string): unknown[] | undefined {
      const field = value[name];
      if (field === undefined || field === null) return undefined;
      if (!Array.isArray(field)) throw complaint(`Field "${name}" must be of type Array`);
      return field;
    },
  };
}

export type Fields = ReturnType<typeof fieldsOf>;
