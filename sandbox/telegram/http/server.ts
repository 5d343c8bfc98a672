import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody } from './body.ts';

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

export type HttpServer = {
  url: string;
  /** Cuts every connection; resolves when the port is free and no handler runs any more. */
  close: () => Promise<void>;
};

type Serving = {
  bodyBytes: number;
  handler: Handler;
  tooLarge: HttpReply;
  onError: (error: unknown) => void;
};

/** As on the official server (source): headers in all, and how long a connection may rest between two requests. */
const headerBytes = 1 << 18;
const idleMs = 500_000;

/** Listens on 127.0.0.1; port 0 takes a free one. A handler that throws answers 500, and the server lives on. */
export async function serveHttp({ port: wanted, ...serving }: Serving & { port: number }): Promise<HttpServer> {
  const open = new Map<AbortController, Promise<void>>();
  const server = createServer({ maxHeaderSize: headerBytes, keepAliveTimeout: idleMs }, (request, response) => {
    const gone = new AbortController();
    response.on('close', () => {
      if (!response.writableFinished) gone.abort();
    });
    const answered = answer(request, response, { ...serving, signal: gone.signal }).finally(() => open.delete(gone));
    open.set(gone, answered);
  });
  await listen(server, wanted);
  // A TCP server has an address with a port, never a pipe's name.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const answers = [...open.values()];
      for (const gone of open.keys()) gone.abort();
      server.closeAllConnections();
      await Promise.all([closed, ...answers]);
    },
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

type Answering = Serving & { signal: AbortSignal };

async function answer(request: IncomingMessage, response: ServerResponse, given: Answering): Promise<void> {
  const { handler, tooLarge, onError, signal } = given;
  try {
    const body = await readBody(request, given.bodyBytes);
    if (signal.aborted) return;
    if (typeof body === 'number') return send(response, body === 413 ? tooLarge : { status: body, body: '' }, true);
    const reply = await handler({ ...headOf(request), body, signal });
    if (!reply) return void response.destroy();
    send(response, reply, reply.headers?.['connection'] === 'close');
  } catch (error) {
    // A client that hangs up while it sends is not our failure.
    if (signal.aborted) return;
    onError(error);
    const body = '{"ok":false,"error_code":500,"description":"Internal Server Error"}';
    if (response.headersSent) return void response.end();
    send(response, { status: 500, headers: { 'content-type': 'application/json' }, body }, true);
  }
}

/** `last`: what may still come on this connection is not to be understood any more. */
function send(response: ServerResponse, { status, headers, body }: HttpReply, last: boolean): void {
  const size = status !== 204 && { 'content-length': Buffer.byteLength(body) };
  response.writeHead(status, { ...headers, ...size, ...(last && { connection: 'close' }) });
  response.end(body);
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
