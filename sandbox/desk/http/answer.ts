import type { ServerResponse } from 'node:http';

type Answer = { status: number; type?: string; body: string | Buffer };

export function answer(response: ServerResponse, { status, type = 'application/json', body }: Answer): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}

export const answerJson = (response: ServerResponse, status: number, body: unknown): void =>
  answer(response, { status, body: JSON.stringify(body) });
