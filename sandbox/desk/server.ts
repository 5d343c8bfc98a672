import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { describe } from '@opsheet/shared/runtime/errors';

const page = join(import.meta.dirname, 'page');
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** What the page needs to know: addresses of the emulators and services, people, and which parts are real. */
export type DeskFacts = Readonly<Record<'bot' | 'sync' | 'expiry', string>> & Readonly<Record<string, unknown>>;

type DeskOptions = {
  port: number;
  facts: () => DeskFacts;
};

export type Desk = AsyncDisposable & { readonly url: string };

/**
 * Serves the page on 127.0.0.1: its files, `/endpoints.json` (the facts) and `/health/<service>`, which asks the service.
 * Chat and workbook are no business of this server: the page reaches the emulators itself.
 */
export async function startDesk({ port, facts }: DeskOptions): Promise<Desk> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://desk').pathname;
    const name = /^\/health\/(bot|sync|expiry)$/.exec(path)?.[1];
    if (path === '/endpoints.json') return send(response, { status: 200, body: JSON.stringify(facts()) });
    // The expression lets no other names through.
    if (name !== undefined) return void health(response, facts()[name as 'bot' | 'sync' | 'expiry']);
    return void file(response, path);
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  // A server that listens on a port has an address of this form.
  const { port: chosen } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${chosen}`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}

type Answer = { status: number; type?: string; body: string | Buffer };

function send(response: ServerResponse, { status, type = 'application/json', body }: Answer): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}

async function file(response: ServerResponse, path: string): Promise<void> {
  const name = normalize(path === '/' ? '/index.html' : path);
  const type = mediaTypes[extname(name)];
  const body = type === undefined ? undefined : await readFile(join(page, name)).catch(missing);
  if (type === undefined || body === undefined) return send(response, { status: 404, body: '{"error":"not found"}' });
  send(response, { status: 200, type, body });
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
}

/** The service's own report, or the reason why there is none. Always 200: the desk has done its part. */
async function health(response: ServerResponse, url: string): Promise<void> {
  try {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(3_000) });
    send(response, { status: 200, body: await answer.text() });
  } catch (error) {
    send(response, { status: 200, body: JSON.stringify({ status: 'away', detail: describe(error) }) });
  }
}
