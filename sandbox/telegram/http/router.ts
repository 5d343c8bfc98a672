import { ApiError, notFound, failure, type Reply } from '../api-error.ts';
import type { BotApi } from '../bot-api.ts';
import type { Control } from '../control/control.ts';
import type { Contents, DownloadFile } from '../media/file/download.ts';
import { decodePathLeniently } from './path.ts';
import type { Handler, HttpReply } from './server.ts';

export const tooLarge: HttpReply = toHttp(failure(new ApiError(413, 'Request Entity Too Large')));

/** Before the server looks at anything else (source). */
const notImplemented: HttpReply = { status: 501, headers: { connection: 'close' }, body: '' };

type Served = {
  botApi: BotApi;
  control: Control;
  download: DownloadFile;
};

/** `/bot<token>/<method>` and `/file/bot<token>/<path>` are Telegram's, `/control/…` is the sandbox's own. */
export function createRouter({ botApi, control, download }: Served): Handler {
  return async (request) => {
    if (request.path === '/control' || request.path.startsWith('/control/')) return control(request);
    if (request.method !== 'GET' && request.method !== 'POST') return notImplemented;
    const path = decodePathLeniently(request.path);
    const file = downloadIn(path);
    if (file) return toDownload(await download(file));
    const call = callIn(path);
    if (!call) return toHttp(botApi.refuse(notFound()));
    const { query, body, contentType, signal } = request;
    const reply = await botApi.handle({ ...call, query, body, contentType, signal });
    return reply && toHttp(reply);
  };
}

/** Of a decoded path: on the server too, an escaped slash divides. The method may contain slashes. */
function callIn(path: string): { token: string; method: string } | undefined {
  const found = /^\/bot([^/]*)\/(.*)$/s.exec(path);
  if (!found) return undefined;
  const [, token = '', method = ''] = found;
  return { token, method };
}

function downloadIn(decoded: string): { token: string; path: string } | undefined {
  const found = /^\/file\/bot([^/]*)\/(.*)$/s.exec(decoded);
  if (!found) return undefined;
  const [, token = '', path = ''] = found;
  return { token, path };
}

function toDownload(found: Contents | ApiError): HttpReply {
  if (found instanceof ApiError) return toHttp(failure(found));
  return { status: 200, headers: { 'content-type': found.mediaType }, body: found.bytes };
}

function toHttp(reply: Reply): HttpReply {
  return {
    status: reply.status,
    headers: {
      ...(reply.contentType === '' ? { connection: 'close' } : { 'content-type': reply.contentType }),
      ...(reply.retryAfter !== undefined && { 'retry-after': String(reply.retryAfter) }),
    },
    body: reply.body,
  };
}
