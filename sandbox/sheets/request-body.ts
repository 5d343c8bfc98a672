import type { IncomingMessage } from 'node:http';
import { readBytes } from '../read-bytes.ts';
import { bodyTooLarge, invalidArgument } from './errors.ts';

/** Of a call of the Sheets API, as others have met it. Drive takes whole files, of which this is enough. */
const sheetsBytes = 10 * 1024 * 1024;
const otherBytes = 64 * 1024 * 1024;

/** The whole body as text. Throws the error as soon as it is too long for a request to `path`. */
export async function readBody(request: IncomingMessage, path: string): Promise<string> {
  const limit = path.startsWith('/v4/') ? sheetsBytes : otherBytes;
  const body = await readBytes(request, limit);
  if (!body) throw bodyTooLarge(limit);
  return body.toString();
}

/** Messages in messages: no request of Google's comes near, and what walks through a value may do so by recursion. */
const maxDepth = 100;

/** An empty body is undefined. Throws the 400 for what is no JSON, with the beginning of the text as Google does. */
export function parseJson(text: string): unknown {
  if (text.trim() === '') return undefined;
  const value = parsed(text);
  if (isDeeper(value, maxDepth)) throw invalidArgument('Invalid JSON payload received. Message too deep.');
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw invalidArgument(`Invalid JSON payload received. Unexpected token.\n${text.slice(0, 40)}\n^`);
  }
}

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth === 0) return true;
  const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  return parts.some((part) => isDeeper(part, depth - 1));
}
