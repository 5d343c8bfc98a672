import type { IncomingMessage } from 'node:http';

/** The whole body of a request as it came; undefined as soon as it is longer than `limit` bytes. */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop must not destroy the connection: the refusal is still to be sent on it.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    // A request without an encoding gives buffers.
    const buffer = chunk as Buffer;
    length += buffer.length;
    if (length > limit) return undefined;
    chunks.push(buffer);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}
