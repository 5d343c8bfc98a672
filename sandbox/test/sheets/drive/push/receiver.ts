import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExecutionContext } from 'ava';

export type Received = { method: string | undefined; headers: IncomingHttpHeaders; body: string };

export type Receiver = {
  address: string;
  messages: readonly Received[];
  /** Resolves when that many messages have come. */
  until: (count: number) => Promise<void>;
  /** The statuses of the next answers; then 200. */
  answers: number[];
};

/** An address for push messages, which is gone with the test. */
export async function receiverFor(t: ExecutionContext): Promise<Receiver> {
  const messages: Received[] = [];
  const answers: number[] = [];
  let waiting: { count: number; resolve: () => void }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      messages.push({ method: request.method, headers: request.headers, body });
      response.writeHead(answers.shift() ?? 200).end();
      const met = waiting.filter(({ count }) => messages.length >= count);
      waiting = waiting.filter((one) => !met.includes(one));
      for (const { resolve } of met) resolve();
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/push`,
    messages,
    answers,
    until: (count) =>
      messages.length >= count ? Promise.resolve() : new Promise((resolve) => waiting.push({ count, resolve })),
  };
}

export const statesOf = ({ messages }: Receiver) => messages.map(({ headers }) => headers['x-goog-resource-state']);
