import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { unzip } from 'node:zlib';

const unpack = promisify<Buffer, { maxOutputLength: number }, Buffer>(unzip);

/** The status that answers a body which cannot be had. */
export type BodyError = 400 | 413 | 415;

/**
 * The body, unpacked where the client has packed it; the official server takes gzip and deflate (source).
 * 413 when it is longer than `limit` bytes, packed or unpacked.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | BodyError> {
  const encoding = request.headers['content-encoding']?.toLowerCase() ?? '';
  if (!['', 'gzip', 'deflate'].includes(encoding)) return 415;
  const body = await readAll(request, limit);
  if (!body) return 413;
  return encoding === '' || body.length === 0 ? body : unpackWithin(body, limit);
}

async function readAll(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop must not destroy the connection: the refusal is still to be sent on it.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

async function unpackWithin(body: Buffer, limit: number): Promise<Buffer | BodyError> {
  try {
    return await unpack(body, { maxOutputLength: limit });
  } catch (error) {
    // Whatever else unzip says, the client has packed badly.
    const isTooLong = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLong ? 413 : 400;
  }
}
