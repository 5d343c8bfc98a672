import { badFields } from '../errors.ts';
import type { Violation } from '../errors.ts';
import type { FieldMask } from './field-mask.ts';

/** Where a value stands in the request, e.g. `requests[0].update_cells`, and what was found wrong so far. */
export type Place = { readonly path: string; readonly violations: Violation[] };

/**
 * Reads a JSON value the way Google's servers do (the JSON mapping of proto3): null is absent, numbers may be texts,
 * names may be in either case. What does not fit is added to `violations`, in Google's words.
 */
export type Reader<T> = {
  readonly repeated?: true;
  /** What a field mask may name below it, where it is a message or a list of messages. */
  readonly fields?: FieldMask;
  readonly read: (value: unknown, place: Place) => T | undefined;
};

export type Read<R> = R extends Reader<infer T> ? T : never;

/** Reads a whole request body or query; throws the 400 that lists everything that is wrong with it. */
export function readWhole<T>(reader: Reader<T>, value: unknown, path = ''): T | undefined {
  const place: Place = { path, violations: [] };
  const result = reader.read(value, place);
  if (place.violations.length > 0) throw badFields(place.violations);
  return result;
}

function scalar<T>(type: string, parse: (value: unknown) => T | undefined): Reader<T> {
  return {
    read(value, place) {
      if (value === null || value === undefined) return undefined;
      const parsed = parse(value);
      return parsed === undefined ? invalidValue(place, type, value) : parsed;
    },
  };
}

/** Reports a value of the wrong type. */
export function invalidValue(place: Place, type: string, value: unknown): undefined {
  const description = `Invalid value at '${place.path}' (${type}), ${JSON.stringify(value)}`;
  place.violations.push({ field: place.path, description });
}

function toNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function toInt32(value: unknown): number | undefined {
  const number = toNumber(value);
  return number !== undefined && Math.trunc(number) === number && Math.abs(number) < 2 ** 31 ? number : undefined;
}

/** A number of 32 bits, as the shortest decimal that means it: 0.4980392156862745 comes back as 0.49803922. */
function toFloat(value: unknown): number | undefined {
  const number = toNumber(value);
  if (number === undefined) return undefined;
  const float = Math.fround(number);
  const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((count) => Math.fround(Number(float.toPrecision(count))) === float);
  return Number.isFinite(float) ? Number(float.toPrecision(digits)) : undefined;
}

/** Texts are taken in any case: clients written in Python send `True`. */
function toBool(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  if (text === 'true') return true;
  return text === 'false' ? false : undefined;
}

export const text = scalar('TYPE_STRING', (value) => (typeof value === 'string' ? value : undefined));
export const bool = scalar('TYPE_BOOL', toBool);
export const int32 = scalar('TYPE_INT32', toInt32);
export const double = scalar('TYPE_DOUBLE', toNumber);
export const float = scalar('TYPE_FLOAT', toFloat);

/** Any object, kept as it is: for what the emulator stores and gives back without looking inside. */
export const opaque: Reader<Record<string, unknown>> = {
  read(value, place) {
    if (value === null || value === undefined) return undefined;
    return isObject(value) ? value : invalidValue(place, 'type.googleapis.com/google.protobuf.Struct', value);
  },
};

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function oneOf<const T extends string>(type: string, names: readonly T[]): Reader<T> {
  return scalar(`type.googleapis.com/google.apps.sheets.v4.${type}`, (value) => names.find((name) => name === value));
}

/** One value in place of a list is a list of one. A null among the values is refused: it would move those behind it. */
export function list<T>(item: Reader<T>): Reader<T[]> {
  return {
    repeated: true,
    ...(item.fields && { fields: item.fields }),
    read(value, place) {
      if (value === null || value === undefined) return undefined;
      if (!Array.isArray(value)) return [item.read(value, place)].filter((one) => one !== undefined);
      const values: unknown[] = value;
      return values
        .map((one, index) => readItem(item, one, { ...place, path: `${place.path}[${index}]` }))
        .filter((one) => one !== undefined);
    },
  };
}

/** A list in which a null stands for nothing. */
export function listWithGaps<T>(item: Reader<T>): Reader<T[]> {
  const inner = list(item);
  return {
    ...inner,
    read: (value, place) => inner.read(Array.isArray(value) ? value.filter((one) => one !== null) : value, place),
  };
}

function readItem<T>(item: Reader<T>, value: unknown, place: Place): T | undefined {
  return value === null ? invalidValue(place, 'TYPE_MESSAGE', value) : item.read(value, place);
}

/** Any names, each with an item. */
export function mapOf<T>(item: Reader<T>): Reader<Readonly<Record<string, T>>> {
  return {
    read(value, place) {
      if (value === null || value === undefined) return undefined;
      if (!isObject(value)) return invalidValue(place, 'TYPE_MESSAGE', value);
      const entries = Object.entries(value).map(([name, one]) => {
        return [name, item.read(one, { ...place, path: `${place.path}[${JSON.stringify(name)}]` })] as const;
      });
      return Object.fromEntries(entries.flatMap(([name, one]) => (one === undefined ? [] : [[name, one] as const])));
    },
  };
}

/** What is read is put in the form in which it is kept. */
export function mapped<T, U>(reader: Reader<T>, change: (read: T) => U): Reader<U> {
  return {
    ...reader,
    read(value, place) {
      const read = reader.read(value, place);
      return read === undefined ? undefined : change(read);
    },
  };
}
