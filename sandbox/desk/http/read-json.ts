import type { IncomingMessage } from 'node:http';

const longestBytes = 10_000;

/** The JSON body of a request; undefined when it is none, or too long to be one of the desk's. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    // A request without an encoding gives buffers.
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes > longestBytes) return undefined;
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    // Whoever checks the body says what it should have been.
    return undefined;
  }
}
