import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type HttpRequest = {
  method: string;
  /** Still encoded, and without the query. */
  path: string;
  query: URLSearchParams;
  contentType: string;
  body: Buffer;
  /** Aborts when the client hangs up or the server closes. */
  signal: AbortSignal;
};

export type HttpReply = { status: number; headers?: Record<string, string>; body: string | Buffer };

/** `undefined` cuts the connection without a reply. */
export type Handler = (request: HttpRequest) => Promise<HttpReply | undefined>;

export type HttpServer = { url: string; close: () => Promise<void> };

/** Listens on 127.0.0.1; port 0 takes a free one. A handler that throws answers 500, and the server lives on. */
export async function serveHttp(given: {
  port: number;
  bodyBytes: number;
  handler: Handler;
  tooLarge: HttpReply;
  onError: (error: unknown) => void;
}): Promise<HttpServer> {
  const closing = new AbortController();
  const server = createServer((request, response) => {
    void answer(request, response, { ...given, closing: closing.signal });
  });
  await listen(server, given.port);
  // A TCP server has an address with a port, never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        closing.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

type Serving = {
  bodyBytes: number;
  handler: Handler;
  tooLarge: HttpReply;
  onError: (error: unknown) => void;
  closing: AbortSignal;
};

async function answer(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  try {
    const body = await readBody(request, serving.bodyBytes);
    if (gone.signal.aborted) return;
    const signal = AbortSignal.any([gone.signal, serving.closing]);
    const reply = body ? await serving.handler({ ...headOf(request), body, signal }) : serving.tooLarge;
    if (!reply) return void response.destroy();
    response.writeHead(reply.status, { ...reply.headers, ...(!body && { connection: 'close' }) });
    response.end(reply.body);
  } catch (error) {
    // A client that hangs up while it sends is not our failure.
    if (gone.signal.aborted) return;
    serving.onError(error);
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
    response.end('{"ok":false,"error_code":500,"description":"Internal Server Error"}');
  }
}

function headOf(request: IncomingMessage): Omit<HttpRequest, 'body' | 'signal'> {
  const target = request.url ?? '/';
  const mark = target.indexOf('?');
  return {
    method: request.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : target.slice(mark)),
    contentType: request.headers['content-type'] ?? '',
  };
}

/** Undefined when the body is longer than `limit`. */
async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
