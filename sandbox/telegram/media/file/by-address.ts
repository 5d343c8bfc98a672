import { badRequest } from '../../api-error.ts';
import { decodePath } from '../../http/path.ts';

export type FetchedFile = { name: string; mediaType: string; bytes: Buffer };

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Fetches what an address names, as Telegram does for a bot. Only from this machine: for the emulator, nothing else
 * can be reached, and a redirection is not followed. Throws the server's complaints; `limit` is in bytes.
 */
export async function fetchFile(
  address: string,
  { limit, signal }: { limit: number; signal: AbortSignal },
): Promise<FetchedFile> {
  const url = parseAddress(address);
  if (!loopback.has(url.hostname)) throw badRequest('failed to get HTTP URL content');
  const response = await fetch(url, { redirect: 'manual', signal }).catch(unreachable);
  if (response.status !== 200) throw badRequest('failed to get HTTP URL content');
  const bytes = Buffer.from(await response.arrayBuffer().catch(unreachable));
  if (bytes.length === 0 || bytes.length > limit) throw badRequest('failed to get HTTP URL content');
  const mediaType = response.headers.get('content-type')?.split(';')[0]?.trim() ?? 'application/octet-stream';
  return { name: nameIn(url), mediaType, bytes };
}

/** Without a protocol it is HTTP (source). */
function parseAddress(address: string): URL {
  const protocol = /^([^:/?#@[\]]*):\/\//.exec(address)?.[1]?.toLowerCase();
  if (protocol !== undefined && protocol !== 'http' && protocol !== 'https') {
    throw badRequest('Invalid file HTTP URL specified: Unsupported URL protocol');
  }
  const url = URL.parse(protocol === undefined ? `http://${address}` : address);
  if (!url) throw badRequest('Invalid file HTTP URL specified: URL host is empty');
  return url;
}

function nameIn({ pathname }: URL): string {
  const name = pathname.slice(pathname.lastIndexOf('/') + 1);
  return decodePath(name) ?? name;
}

function unreachable(cause: unknown): never {
  throw Object.assign(badRequest('failed to get HTTP URL content'), { cause });
}
