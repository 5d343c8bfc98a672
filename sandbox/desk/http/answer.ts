import type { ServerResponse } from 'node:http';

/** No other page can show the desk in a frame, so that nobody is led to press its fault buttons. */
const policy = `frame-ancestors 'none'`;

type Answer = { status: number; type?: string; body: string | Buffer };

export function answer(response: ServerResponse, { status, type = 'application/json', body }: Answer): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

export const answerJson = (response: ServerResponse, status: number, body: unknown): void =>
  answer(response, { status, body: JSON.stringify(body) });
