import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe } from '@opsheet/shared/runtime/errors';
import { z } from 'zod';
import { applyFault, ProcessFault } from './cluster/faults.ts';
import type { Part } from './cluster/part.ts';
import { reportParts } from './cluster/report.ts';
import type { Feed } from './feed/feed.ts';
import { streamFeed } from './feed/stream.ts';
import { answerJson } from './http/answer.ts';
import { isForThisMachine, isFromOwnPage } from './http/own-page.ts';
import { answerFile } from './http/page-files.ts';
import { readJson } from './http/read-json.ts';

/** What the page needs to know: addresses of the emulators, people, and which parts are real. Never a secret. */
export type DeskFacts = Readonly<Record<string, unknown>>;

export type DeskOptions = {
  port: number;
  facts: () => DeskFacts;
  parts: readonly Part[];
  feed: Feed;
};

export type Desk = AsyncDisposable & { readonly url: string };

type Exchange = { request: IncomingMessage; response: ServerResponse };

/**
 * Serves the page on 127.0.0.1:
 *
 * GET  /endpoints.json  the facts
 * GET  /parts           {parts}: how every part of the cluster is
 * GET  /feed            what passes through NATS, as Server-Sent Events
 * POST /faults          {fault: "kill", part} | {fault: "stop", part, seconds?}: only from the page itself
 *
 * Chat and workbook are no business of this server: the page reaches the emulators itself.
 */
export async function startDesk(options: DeskOptions): Promise<Desk> {
  const server = createServer((request, response) => {
    serve(options, { request, response }).catch((error: unknown) =>
      answerJson(response, 500, { error: describe(error) }),
    );
  });
  await once(server.listen(options.port, '127.0.0.1'), 'listening');
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function serve({ facts, parts, feed }: DeskOptions, { request, response }: Exchange): Promise<void> {
  if (!isForThisMachine(request)) return answerJson(response, 421, { error: 'the desk is for this machine only' });
  const { pathname } = new URL(request.url ?? '/', 'http://desk');
  switch (`${request.method} ${pathname}`) {
    case 'GET /endpoints.json':
      return answerJson(response, 200, facts());
    case 'GET /parts':
      return answerJson(response, 200, { parts: await reportParts(parts) });
    case 'GET /feed':
      return streamFeed(feed, JSON.stringify(facts()), { request, response });
    case 'POST /faults':
      return answerFault(parts, { request, response });
    default:
      return answerFile(response, pathname);
  }
}

async function answerFault(parts: readonly Part[], { request, response }: Exchange): Promise<void> {
  if (!isFromOwnPage(request)) return answerJson(response, 403, { error: 'only the desk’s own page may break things' });
  const wanted = ProcessFault.safeParse(await readJson(request));
  if (!wanted.success) return answerJson(response, 400, { error: z.prettifyError(wanted.error) });
  const outcome = await applyFault(parts, wanted.data);
  if ('refused' in outcome) return answerJson(response, 409, { error: outcome.refused });
  answerJson(response, 200, outcome);
}
