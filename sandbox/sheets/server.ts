import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Watch } from '../watch.ts';
import { exchange, userOf } from './auth.ts';
import type { CallLog } from './call-log.ts';
import { answerControl } from './control/control.ts';
import { serverFailure, unknownAddress } from './errors.ts';
import { parseJson, readBody } from './request-body.ts';
import { findRoute } from './routes.ts';
import { failure, serveCall } from './serve-call.ts';
import type { Answer, Outcome, Service } from './serve-call.ts';

/** Everything that a request may touch. `signal` ends delays when the emulator closes. */
export type Emulated = Service & { watch: Watch; log: CallLog; signal: AbortSignal };

export type HttpSide = {
  server: Server;
  /** Resolves when no request is being answered any more. */
  settled: () => Promise<unknown>;
};

/** The HTTP side: the API, the OAuth token address and the control address, open to pages of any origin. */
export function createHttpServer(emulated: Emulated): HttpSide {
  const running = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const answered = respond(emulated, request, response).finally(() => running.delete(answered));
    running.add(answered);
  });
  return { server, settled: () => Promise.all(running) };
}

async function respond(emulated: Emulated, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const outcome = await answerTo(emulated, request, gone.signal).catch((error: unknown) => unexpected(request, error));
  if (outcome === 'drop') {
    response.destroy();
    return;
  }
  const { status, body, contentType } = outcome;
  response.writeHead(status, {
    ...cors,
    ...(body !== undefined && { 'content-type': contentType ?? 'application/json; charset=UTF-8' }),
    // Of a body that is too long, the rest is still to come: no other request can follow it.
    ...(!request.complete && { connection: 'close' }),
  });
  response.end(contentType === undefined && body !== undefined ? JSON.stringify(body) : body);
}

/** A client that goes away while it sends is answered nothing; a mistake of ours is printed and answered with a 500. */
function unexpected(request: IncomingMessage, error: unknown): Outcome {
  if (request.destroyed && !request.complete) return 'drop';
  process.stderr.write(
    `sheets emulator: ${request.method} ${request.url}: ${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return failure(serverFailure(500));
}

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
  'access-control-allow-headers': '*, authorization',
  'access-control-max-age': '86400',
};

async function answerTo(emulated: Emulated, request: IncomingMessage, gone: AbortSignal): Promise<Outcome> {
  const { method = 'GET', url = '/' } = request;
  const [path, search] = splitOnce(url);
  if (method === 'OPTIONS') return { status: 204, body: undefined };
  try {
    const text = await readBody(request, path);
    if (path === '/token' && method === 'POST') return answerToken(text, emulated.clock.now());
    if (path.startsWith('/control/'))
      return await answerControl(controlledBy(emulated), {
        method,
        path,
        query: new URLSearchParams(search),
        body: parseJson(text),
        signal: AbortSignal.any([emulated.signal, gone]),
      });
    return await answerApi(emulated, { method, url, path, search, text, headers: request.headers });
  } catch (error) {
    return failure(error);
  }
}

/** Only the first question mark ends the path. */
function splitOnce(url: string): [string, string] {
  const mark = url.indexOf('?');
  return mark === -1 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

type ApiRequest = {
  method: string;
  url: string;
  path: string;
  search: string;
  text: string;
  headers: IncomingHttpHeaders;
};

async function answerApi(
  emulated: Emulated,
  { method, url, path, search, text, headers }: ApiRequest,
): Promise<Outcome> {
  const routed = findRoute(method, path);
  if (!routed) throw unknownAddress(path);
  const query = new URLSearchParams(search);
  const keyHeader = headers['x-goog-api-key'];
  const apiKey = query.get('key') ?? (typeof keyHeader === 'string' ? keyHeader : undefined);
  const user = userOf({ authorization: headers.authorization, apiKey, method }, emulated.clock.now());
  const call = {
    ...routed,
    user,
    path: url,
    query,
    body: routed.operation.media === 'body' ? undefined : parseJson(text),
    media: { contentType: headers['content-type'] ?? '', text },
    signal: emulated.signal,
  };
  const outcome = await serveCall(emulated, call);
  const { name, kind } = routed.operation;
  const time = new Date(emulated.clock.now()).toISOString();
  emulated.log.add({ time, user, name, kind, path: url, status: outcome === 'drop' ? 'dropped' : outcome.status });
  return outcome;
}

function answerToken(text: string, nowMs: number): Answer {
  const body = exchange(new URLSearchParams(text), nowMs);
  return { status: 'error' in body ? 400 : 200, body };
}

const controlledBy = ({ store, drive, watch, log, faults, quota, clock }: Emulated) => ({
  store,
  drive,
  watch,
  log,
  faults,
  quota,
  now: () => clock.now(),
});
