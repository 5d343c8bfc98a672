import type { ServerResponse } from 'node:http';

const emulators = 'http://127.0.0.1:* http://localhost:*';

/**
 * Scripts are the desk's own files, data come from this machine only, and no other page can show the desk in a frame, so
 * that nobody is led to press its fault buttons.
 */
const policy = [
  `default-src 'self'`,
  `connect-src 'self' ${emulators}`,
  `img-src 'self' data: ${emulators}`,
  `frame-ancestors 'none'`,
].join('; ');

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
