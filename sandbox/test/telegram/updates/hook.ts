import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import type { ExecutionContext } from 'ava';
import { telegramFor } from '../client.ts';

export type Delivery = {
  /** Of the message. */
  text: string | undefined;
  user: number | undefined;
  /** Of the button that was pressed. */
  data: string | undefined;
  secret: string | undefined;
  authorization: string | undefined;
  answer: Answer;
};
/** A body that is no text goes out as JSON. */
type Answer = (status: number, body?: object | string, headers?: Record<string, string>) => void;

type Posted = { message?: { text: string; from: { id: number } }; callback_query?: { data: string } };

/** A bot's end of a webhook: deliveries wait until the test takes and answers them. */
export async function hookFor(t: ExecutionContext) {
  const arrived: Delivery[] = [];
  const takers: ((delivery: Delivery) => void)[] = [];
  const server = createServer((request, response) => void receive(request, response));

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    // The emulator posts messages and presses only in these tests.
    const update = JSON.parse(Buffer.concat(chunks).toString()) as Posted;
    const delivery: Delivery = {
      text: update.message?.text,
      user: update.message?.from.id,
      data: update.callback_query?.data,
      secret: request.headers['x-telegram-bot-api-secret-token']?.toString(),
      authorization: request.headers.authorization,
      answer(status, body = {}, headers = {}) {
        response.writeHead(status, { 'content-type': 'application/json', ...headers });
        response.end(typeof body === 'string' ? body : JSON.stringify(body));
      },
    };
    const taker = takers.shift();
    if (taker) taker(delivery);
    else arrived.push(delivery);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    arrived,
    next: () =>
      new Promise<Delivery>((resolve) => {
        const waiting = arrived.shift();
        if (waiting) resolve(waiting);
        else takers.push(resolve);
      }),
  };
}

export async function hookedFor(t: ExecutionContext, params: Record<string, unknown> = {}) {
  const clock = fakeClock();
  const hook = await hookFor(t);
  const telegram = await telegramFor(t, { clock });
  const set = await telegram.call('setWebhook', { url: hook.url, ...params });
  return { ...telegram, clock, hook, set };
}
