import type { Reader } from './reader.ts';
import { badFields } from '../errors.ts';

/** Parameters that every call takes and that change nothing here, except `fields`, which the server reads. */
const systemParameters = new Set([
  '$.xgafv',
  'access_token',
  'alt',
  'callback',
  'fields',
  'key',
  'oauth_token',
  'prettyPrint',
  'quotaUser',
  'upload_protocol',
  'uploadType',
]);

/** The query as a value that a message reader takes: a repeated parameter is a list, the last of a single one counts. */
export function queryFields(
  query: URLSearchParams,
  known: Readonly<Record<string, Reader<unknown>>>,
): Record<string, unknown> {
  const names = [...new Set(query.keys())].filter((name) => !systemParameters.has(name));
  const unknown = names.filter((name) => !Object.hasOwn(known, name));
  if (unknown.length > 0) throw badFields(unknown.map(unknownParameter));
  return Object.fromEntries(
    names.map((name) => [name, known[name]?.repeated ? query.getAll(name) : query.getAll(name).at(-1)]),
  );
}

const unknownParameter = (name: string) => ({
  description:
    `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. ` +
    `Field '${name}' could not be found in request message.`,
});
