import { badRequest } from '../api-error.ts';
import { decodePathLeniently } from './path.ts';

export type UploadedFile = { name: string; mediaType: string; bytes: Buffer };

type Part = { name: string; fileName: string | undefined; mediaType: string; bytes: Buffer };

const CRLF = Buffer.from('\r\n');
const HEADERS_END = Buffer.from('\r\n\r\n');

/**
 * The parts of a multipart/form-data body. Written out because Telegram's clients do not all quote
 * the file name (grammY does not), which the platform's own parser refuses and Telegram accepts.
 */
export function parseMultipart(body: Buffer, contentType: string): Part[] {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) throw badRequest('boundary not found');
  const delimiter = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let at = body.indexOf(delimiter);
  if (at < 0) throw badRequest('unexpected end of request content');
  for (;;) {
    const start = at + delimiter.length;
    if (body.subarray(start, start + 2).toString('latin1') === '--') return parts;
    const next = body.indexOf(Buffer.concat([CRLF, delimiter]), start);
    if (next < 0) throw badRequest('unexpected end of request content');
    parts.push(parsePart(body.subarray(start + CRLF.length, next)));
    at = next + CRLF.length;
  }
}

function parsePart(part: Buffer): Part {
  const end = part.indexOf(HEADERS_END);
  if (end < 0) throw badRequest("can't parse form data headers");
  const headers = part.subarray(0, end).toString('utf8');
  const disposition = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(headers)?.[1];
  if (disposition === undefined) throw badRequest('expected form-data content disposition');
  const name = directive(disposition, 'name');
  if (name === undefined) throw badRequest('field name in multipart/form-data not found');
  return {
    name,
    fileName: directive(disposition, 'filename'),
    mediaType: /^content-type:\s*([^;\r\n]+)/im.exec(headers)?.[1]?.trim() ?? 'application/octet-stream',
    bytes: part.subarray(end + HEADERS_END.length),
  };
}

/** Quoted, or all up to the next semicolon, spaces included: grammY quotes no file name. Escapes are decoded (source). */
function directive(disposition: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[;\\s])${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;]*))`, 'i').exec(disposition);
  if (!found) return undefined;
  return decodePathLeniently(found[1]?.replace(/\\(.)/g, '$1') ?? found[2]?.trim() ?? '');
}
