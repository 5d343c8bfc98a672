import { badRequest, type ApiError } from '../../api-error.ts';

/** What the server says of marks that it cannot make sense of. */
export function cannotParse(reason: string): ApiError {
  return badRequest(`can't parse entities: ${reason}`);
}

/** A place in what was sent, as the server names it: in bytes of UTF-8. */
export function byteOffset(source: string, position: number): string {
  return `byte offset ${Buffer.byteLength(source.slice(0, position))}`;
}
