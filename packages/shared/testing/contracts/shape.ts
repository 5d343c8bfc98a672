/** The part of JSON Schema that contracts use. */
export type JsonSchema = {
  type?: string | readonly string[];
  const?: unknown;
  default?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly JsonSchema[];
  format?: string;
  minimum?: number;
  maximum?: number;
  items?: JsonSchema;
  properties?: Readonly<Record<string, JsonSchema>>;
  additionalProperties?: JsonSchema | boolean;
  required?: readonly string[];
};

/** A schema as a person reads it: `{ limit: integer 1–200 (default 20) }`, a field on each line when there are several. */
export function shapeOf(schema: JsonSchema, indent = ''): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.anyOf) return schema.anyOf.map((one) => shapeOf(one, indent)).join(' | ');
  if (schema.type === 'array') return `[${shapeOf(schema.items ?? {}, indent)}, …]`;
  if (schema.type === 'object') return objectShape(schema, indent);
  const types = [schema.type ?? 'anything'].flat();
  return `${schema.format ?? types.join(' | ')}${rangeOf(schema)}`;
}

function objectShape({ properties, required = [], additionalProperties }: JsonSchema, indent: string): string {
  if (!properties)
    return `{ name: ${typeof additionalProperties === 'object' ? shapeOf(additionalProperties) : 'anything'}, … }`;
  const inner = `${indent}  `;
  const fields = Object.entries(properties).map(([name, schema]) => {
    const optional = required.includes(name) || schema.default !== undefined ? '' : '?';
    const preset = schema.default === undefined ? '' : ` (default ${JSON.stringify(schema.default)})`;
    return `${name}${optional}: ${shapeOf(schema, inner)}${preset}`;
  });
  if (fields.length === 0) return '{}';
  if (fields.length === 1 && !fields[0]?.includes('\n')) return `{ ${fields[0]} }`;
  return `{\n${fields.map((field) => `${inner}${field}\n`).join('')}${indent}}`;
}

/** ` 1–200`; the bounds of JavaScript's own integers say nothing. */
function rangeOf({ minimum, maximum }: JsonSchema): string {
  const least = minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? null : minimum;
  const most = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? null : maximum;
  if (least === null && most === null) return '';
  if (most === null) return ` ${least} or more`;
  return ` ${least ?? '…'}–${most}`;
}
