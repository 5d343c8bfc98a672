import { invalidArgument } from './errors.ts';
import {
  batchClearByDataFilter,
  batchGetByDataFilter,
  batchUpdateByDataFilter,
  getSpreadsheetByDataFilter,
} from './calls/by-data-filter.ts';
import { getMetadata, searchMetadata } from './calls/developer-metadata.ts';
import { driveRoutes } from './calls/drive/routes.ts';
import { noTarget } from './calls/operation.ts';
import type { Operation, Target } from './calls/operation.ts';
import { copySheet } from './calls/sheets.ts';
import { batchUpdateSpreadsheet, createSpreadsheet, getSpreadsheet } from './calls/spreadsheets.ts';
import { batchGetValues, getValues } from './calls/values-read.ts';
import { appendValues, batchClear, batchUpdateValues, clear, updateValues } from './calls/values-write.ts';
import { route } from './route.ts';
import type { Route } from './route.ts';

/** Every address of the API that the emulator has. The first that fits counts. */
const routes: readonly Route[] = [
  route('POST', '/v4/spreadsheets', createSpreadsheet),
  route('GET', '/v4/spreadsheets/{spreadsheetId}', getSpreadsheet),
  route('POST', '/v4/spreadsheets/{spreadsheetId}:batchUpdate', batchUpdateSpreadsheet),
  route('POST', '/v4/spreadsheets/{spreadsheetId}:getByDataFilter', getSpreadsheetByDataFilter),
  route('GET', '/v4/spreadsheets/{spreadsheetId}/developerMetadata/{metadataId}', getMetadata),
  route('POST', '/v4/spreadsheets/{spreadsheetId}/developerMetadata:search', searchMetadata),
  route('POST', '/v4/spreadsheets/{spreadsheetId}/sheets/{sheetId}:copyTo', copySheet),
  route('GET', '/v4/spreadsheets/{spreadsheetId}/values:batchGet', batchGetValues),
  route('POST', '/v4/spreadsheets/{spreadsheetId}/values:batchGetByDataFilter', batchGetByDataFilter),
  route('POST', '/v4/spreadsheets/{spreadsheetId}/values:batchUpdateByDataFilter', batchUpdateByDataFilter),
  route('POST', '/v4/spreadsheets/{spreadsheetId}/values:batchClearByDataFilter', batchClearByDataFilter),
  route('POST', '/v4/spreadsheets/{spreadsheetId}/values:batchUpdate', batchUpdateValues),
  route('POST', '/v4/spreadsheets/{spreadsheetId}/values:batchClear', batchClear),
  route('POST', '/v4/spreadsheets/{spreadsheetId}/values/{range}:append', appendValues),
  route('POST', '/v4/spreadsheets/{spreadsheetId}/values/{range}:clear', clear),
  route('GET', '/v4/spreadsheets/{spreadsheetId}/values/{range}', getValues),
  route('PUT', '/v4/spreadsheets/{spreadsheetId}/values/{range}', updateValues),
  ...driveRoutes,
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
    const named = Object.entries(match.groups ?? {}).map(([name, segment]) => [name, decode(segment)]);
    return { operation: one.operation, target: { ...noTarget, ...Object.fromEntries(named) } };
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
