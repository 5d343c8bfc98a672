import { camelCase, snakeCase } from './field-name.ts';
import { invalidValue, isObject } from './reader.ts';
import type { Place, Read, Reader } from './reader.ts';

type Fields = Readonly<Record<string, Reader<unknown>>>;

/** As in proto3, every field of a message may be absent. */
export type Message<F extends Fields> = { readonly [K in keyof F]?: Read<F[K]> };

/** Fields of which a message may have one only, by the name that they have together in Google's API ("union field"). */
type Unions = Readonly<Record<string, readonly string[]>>;

/** A message by its fields, named as in JSON. `type` is its name in Google's API, for the errors. */
export function message<const F extends Fields>(type: string, fields: F, unions: Unions = {}): Reader<Message<F>> {
  return {
    fields: Object.fromEntries(Object.entries(fields).map(([name, reader]) => [name, reader.fields ?? {}])),
    read(value, place) {
      if (value === null || value === undefined) return undefined;
      if (!isObject(value)) return invalidValue(place, `type.googleapis.com/google.apps.sheets.v4.${type}`, value);
      // The loop puts only values of declared fields there, each read by the field's own reader.
      const read = readFields(fields, value, place) as Message<F>;
      for (const [union, names] of Object.entries(unions)) refuseSecond(read, { union, names, place });
      return read;
    },
  };
}

function readFields(fields: Fields, value: Record<string, unknown>, place: Place): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    const field = camelCase(name);
    const reader = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (!reader) {
      unknownName(place, name, 'Cannot find field.');
      continue;
    }
    if (Array.isArray(part) && !reader.repeated) {
      unknownName(place, name, 'Proto field is not repeating, cannot start list.');
      continue;
    }
    const read = reader.read(part, { ...place, path: join(place.path, field) });
    if (read !== undefined) result[field] = read;
  }
  return result;
}

type Union = { union: string; names: readonly string[]; place: Place };

function refuseSecond(read: Readonly<Record<string, unknown>>, { union, names, place }: Union): void {
  if (names.filter((name) => read[name] !== undefined).length < 2) return;
  const [, second] = Object.keys(read).filter((name) => names.includes(name));
  const problem = `oneof field '${union}' is already set. Cannot set '${second}'`;
  place.violations.push({ field: place.path, description: `Invalid value at '${place.path}' (oneof), ${problem}` });
}

function unknownName({ path, violations }: Place, name: string, why: string): void {
  const where = path === '' ? '' : ` at '${path}'`;
  violations.push({
    ...(path !== '' && { field: path }),
    description: `Invalid JSON payload received. Unknown name "${name}"${where}: ${why}`,
  });
}

/** Paths in errors are written with the names that the fields have in the proto files. */
const join = (path: string, field: string) => (path === '' ? snakeCase(field) : `${path}.${snakeCase(field)}`);
