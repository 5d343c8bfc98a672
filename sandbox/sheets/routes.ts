import { invalidArgument } from './errors.ts';
import { createFile, deleteFile, getFile, listFiles } from './calls/drive.ts';
import type { Operation, Target } from './calls/operation.ts';
import { batchUpdateSpreadsheet, createSpreadsheet, getSpreadsheet } from './calls/spreadsheets.ts';
import { batchGetValues, getValues } from './calls/values-read.ts';
import { appendValues, batchClear, batchUpdateValues, clear, updateValues } from './calls/values-write.ts';

type Route = { method: string; path: RegExp; operation: Operation };

/** A slash at the end, or before the verb that follows an id (`/v4/spreadsheets/{id}/:batchUpdate`), is what some clients send. */
const route = (method: string, template: string, operation: Operation): Route => ({
  method,
  operation,
  path: new RegExp(
    `^${template.replace('{id}:', '{id}/?:').replace('{id}', '(?<id>[^/:]+)').replace('{range}', '(?<range>[^/]+?)')}/?$`,
  ),
});

/** Every address of the API that the emulator has. The first that fits counts. */
const routes: readonly Route[] = [
  route('POST', '/v4/spreadsheets', createSpreadsheet),
  route('GET', '/v4/spreadsheets/{id}', getSpreadsheet),
  route('POST', '/v4/spreadsheets/{id}:batchUpdate', batchUpdateSpreadsheet),
  route('GET', '/v4/spreadsheets/{id}/values:batchGet', batchGetValues),
  route('POST', '/v4/spreadsheets/{id}/values:batchUpdate', batchUpdateValues),
  route('POST', '/v4/spreadsheets/{id}/values:batchClear', batchClear),
  route('POST', '/v4/spreadsheets/{id}/values/{range}:append', appendValues),
  route('POST', '/v4/spreadsheets/{id}/values/{range}:clear', clear),
  route('GET', '/v4/spreadsheets/{id}/values/{range}', getValues),
  route('PUT', '/v4/spreadsheets/{id}/values/{range}', updateValues),
  route('POST', '/drive/v3/files', createFile),
  route('GET', '/drive/v3/files', listFiles),
  route('GET', '/drive/v3/files/{id}', getFile),
  route('DELETE', '/drive/v3/files/{id}', deleteFile),
];

export type Routed = { operation: Operation; target: Target };

/**
 * The call that an address means. `path` is as the client sent it, percent-encoded: decoded first, the `/` of a sheet's
 * title would part the range, and the `:append` after it could not be told from text in it.
 */
export function findRoute(method: string, path: string): Routed | undefined {
  for (const one of routes) {
    const match = one.method === method ? one.path.exec(path) : null;
    if (!match) continue;
    const { id = '', range = '' } = match.groups ?? {};
    return { operation: one.operation, target: { spreadsheetId: decode(id), range: decode(range) } };
  }
  return undefined;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) throw invalidArgument(`Invalid percent-encoding in the path: ${segment}`);
    throw error;
  }
}
