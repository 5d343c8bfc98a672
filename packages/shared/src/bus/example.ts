import { z } from 'zod';

/** The part of JSON Schema that contracts use. */
type Schema = {
  type?: string;
  const?: unknown;
  default?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly Schema[];
  format?: string;
  minimum?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: readonly string[];
};

/** A right payload for `schema` as JSON, with what is required and what has a default, e.g. `{"limit":20}`. */
export function exampleOf(schema: z.ZodType): string {
  // zod's own type of a JSON schema allows any keyword; contracts need only those above, and others are not read.
  return JSON.stringify(valueOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema));
}

function valueOf(schema: Schema): unknown {
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf?.[0]) return valueOf(schema.anyOf[0]);
  switch (schema.type) {
    case 'object':
      return objectOf(schema);
    case 'array':
      return schema.items ? [valueOf(schema.items)] : [];
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'string':
      return schema.format === 'date-time' ? '2026-01-31T12:00:00Z' : 'text';
    case undefined:
    default:
      return null;
  }
}

function objectOf({ properties = {}, required = [] }: Schema): Record<string, unknown> {
  const shown = Object.entries(properties).filter(
    ([name, one]) => required.includes(name) || one.default !== undefined,
  );
  return Object.fromEntries(shown.map(([name, one]) => [name, valueOf(one)]));
}
