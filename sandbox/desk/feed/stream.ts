import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Feed, FeedEntry } from './feed.ts';

/** A page that does not read is let go at this many bytes; its browser connects again and asks for what it missed. */
const patienceBytes = 1_000_000;

/**
 * The feed as Server-Sent Events: what is kept after `Last-Event-ID`, then every new entry. First comes the event `desk`
 * with the facts: a page that outlives the sandbox learns that everything has moved.
 */
export function streamFeed(feed: Feed, facts: string, { request, response }: Exchange): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(`event: desk\ndata: ${facts}\n\n`);
  const last = Number(request.headers['last-event-id'] ?? 0);
  for (const entry of feed.after(Number.isFinite(last) ? last : 0)) send(response, entry);
  const stop = feed.listen((entry) => send(response, entry));
  response.on('close', stop);
}

type Exchange = { request: IncomingMessage; response: ServerResponse };

function send(response: ServerResponse, entry: FeedEntry): void {
  // JSON has no line ends of its own, so an entry is one line.
  response.write(`id: ${entry.id}\ndata: ${JSON.stringify(entry)}\n\n`);
  if (response.writableLength > patienceBytes) response.destroy();
}
