import type { Operation } from './calls/operation.ts';

export type Route = { method: string; path: RegExp; operation: Operation };

/**
 * The address of a call; names in braces are parts of its target. A slash at the end, or before the verb that follows an
 * id (`/v4/spreadsheets/{spreadsheetId}/:batchUpdate`), is what some clients send.
 */
export const route = (method: string, template: string, operation: Operation): Route => ({
  method,
  operation,
  path: new RegExp(
    `^${template
      .replace('}:', '}/?:')
      .replace('{range}', '(?<range>[^/]+?)')
      .replaceAll(/\{(\w+)\}/g, '(?<$1>[^/:]+)')}/?$`,
  ),
});
