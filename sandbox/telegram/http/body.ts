import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { unzip } from 'node:zlib';
import { readBytes } from '../../read-bytes.ts';

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
  const body = await readBytes(request, limit);
  if (!body) return 413;
  return encoding === '' || body.length === 0 ? body : unpackWithin(body, limit);
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
