import { ApiError, notFound } from './api-error.ts';
import { failure, type BotApi, type Reply } from './bot-api.ts';
import type { Control } from './control/control.ts';
import type { Handler, HttpReply } from './http.ts';
import { decodePath } from './path.ts';

export const tooLarge: HttpReply = toHttp(failure(new ApiError(413, 'Request Entity Too Large')));

/** `/bot<token>/<method>` is Telegram's, `/control/…` is the sandbox's own, everything else is not found. */
export function createRouter({ botApi, control }: { botApi: BotApi; control: Control }): Handler {
  return async (request) => {
    if (request.path === '/control' || request.path.startsWith('/control/')) return control(request);
    const call = apiCall(request.path);
    if (!call) return toHttp(botApi.refuse(notFound()));
    const { query, body, contentType, signal } = request;
    const reply = await botApi.handle({ ...call, query, body, contentType, signal });
    return reply && toHttp(reply);
  };
}

function apiCall(path: string): { token: string; method: string } | undefined {
  const found = /^\/bot([^/]*)\/([^/]*)\/?$/.exec(decodePath(path) ?? '');
  if (!found) return undefined;
  const [, token = '', method = ''] = found;
  return { token, method };
}

function toHttp(reply: Reply): HttpReply {
  return {
    status: reply.status,
    headers: {
      'content-type': reply.contentType,
      ...(reply.retryAfter !== undefined && { 'retry-after': String(reply.retryAfter) }),
    },
    body: reply.body,
  };
}
