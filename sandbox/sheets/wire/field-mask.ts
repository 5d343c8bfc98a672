import { invalidArgument, Refusal } from '../errors.ts';
import { camelCase } from './field-name.ts';

/** A field mask as a tree: `a.b,c` is `{a: {b: {}}, c: {}}`. A node without branches means all that is below it. */
export type FieldMask = { readonly [field: string]: FieldMask };

/** No answer of Google's has more levels. */
const maxDepth = 50;

/**
 * Reads `sheets.properties(sheetId,title)`, `gridProperties/rowCount` and `*`; undefined when brackets do not match, or
 * the mask goes deeper than anything does.
 */
export function parseMask(text: string): FieldMask | undefined {
  const tokens = text.match(/[A-Za-z0-9_$*-]+|[(),./]/g) ?? [];
  if (tokens.join('') !== text.replaceAll(/\s/g, '')) return undefined;
  const reader = { tokens, at: 0 };
  const mask = parseList(reader, maxDepth);
  return mask && reader.at === tokens.length ? mask : undefined;
}

type Tokens = { readonly tokens: readonly string[]; at: number };

function parseList(reader: Tokens, depth: number): FieldMask | undefined {
  const mask: Record<string, FieldMask> = {};
  do {
    const path = parsePath(reader, depth);
    if (!path) return undefined;
    merge(mask, path);
  } while (take(reader, ','));
  return mask;
}

function parsePath(reader: Tokens, depth: number): FieldMask | undefined {
  const token = reader.tokens[reader.at];
  if (token === undefined || depth === 0 || /^[(),./]$/.test(token)) return undefined;
  const name = camelCase(token);
  reader.at += 1;
  if (take(reader, '.') || take(reader, '/')) {
    const below = parsePath(reader, depth - 1);
    return below && { [name]: below };
  }
  if (!take(reader, '(')) return { [name]: {} };
  const below = parseList(reader, depth - 1);
  return below && take(reader, ')') ? { [name]: below } : undefined;
}

function take(reader: Tokens, token: string): boolean {
  if (reader.tokens[reader.at] !== token) return false;
  reader.at += 1;
  return true;
}

/** `a,a.b` means all of `a`. */
function merge(mask: Record<string, FieldMask>, more: FieldMask): void {
  for (const [name, below] of Object.entries(more)) {
    const known = Object.hasOwn(mask, name) ? mask[name] : undefined;
    if (known === undefined || isLeaf(below)) {
      mask[name] = below;
      continue;
    }
    if (isLeaf(known)) continue;
    const joined = { ...known };
    merge(joined, below);
    mask[name] = joined;
  }
}

export const isLeaf = (mask: FieldMask) => Object.keys(mask).length === 0;

/** Does the mask ask for this field? Everything is asked for by no mask and by `*`. */
export const asksFor = (mask: FieldMask | undefined, field: string) =>
  mask === undefined || isLeaf(mask) || '*' in mask || field in mask;

/** Does the mask ask for a field, or for something in it, that lies deep inside? */
export const asksForPath = (mask: FieldMask | undefined, [field, ...rest]: readonly string[]): boolean =>
  field === undefined || (asksFor(mask, field) && asksForPath(mask?.[field], rest));

/** The parts of an answer that the mask names. Lists are gone through; what is absent stays absent. */
export function pick(value: unknown, mask: FieldMask): unknown {
  if (isLeaf(mask) || '*' in mask) return value;
  if (Array.isArray(value)) return value.map((item) => pick(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => {
      const below = mask[name];
      return below ? [[name, pick(part, below)]] : [];
    }),
  );
}

/** The mask in the `fields` parameter of a call. Throws when it is unreadable or names what `known` has not. */
export function readMask(text: string, known: FieldMask): FieldMask {
  const mask = parseMask(text);
  const stray = mask ? strayPath(mask, known) : text;
  if (mask && stray === undefined) return mask;
  throw invalidArgument('Request contains an invalid argument.', [
    {
      '@type': 'type.googleapis.com/google.rpc.BadRequest',
      fieldViolations: [
        {
          field: stray,
          description: `Error expanding 'fields' parameter. Cannot find matching fields for path '${stray}'.`,
        },
      ],
    },
  ]);
}

/** The mask in the `fields` of an update request, which must name something. */
export function readUpdateMask(text: string | undefined, known: FieldMask): FieldMask {
  if (!text) throw new Refusal("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const mask = parseMask(text);
  const stray = mask ? strayPath(mask, known) : text;
  if (!mask || stray !== undefined) throw new Refusal(`Invalid field: ${stray}`);
  return mask;
}

/** The first path of a mask that is not known; undefined when all are. */
export function strayPath(mask: FieldMask, known: FieldMask): string | undefined {
  if (isLeaf(known)) return undefined;
  for (const [name, below] of Object.entries(mask)) {
    if (name === '*') continue;
    const next = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!next) return name;
    const stray = strayPath(below, next);
    if (stray !== undefined) return `${name}.${stray}`;
  }
  return undefined;
}

/** A tree of known fields, for masks to be checked against, written as a mask. */
export function knownFields(text: string): FieldMask {
  const mask = text === '' ? {} : parseMask(text);
  if (!mask) throw new Error(`this is no field mask: ${text}`);
  return mask;
}
