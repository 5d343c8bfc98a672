import type { IncomingMessage } from 'node:http';
import { readBytes } from '../../read-bytes.ts';

const longestBytes = 10_000;

/** The JSON body of a request; undefined when it is none, or too long to be one of the desk's. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBytes(request, longestBytes);
  if (!body) return undefined;
  try {
    return JSON.parse(body.toString());
  } catch {
    // Whoever checks the body says what it should have been.
    return undefined;
  }
}
