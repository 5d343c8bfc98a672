import { request as httpRequest, type Agent } from 'node:http';
import type { FuzzRequest } from './requests.ts';

export type Answer = { status: number; type: string; body: string } | 'cut';

/** Sends it as it is; `fetch` would tidy the path and the method. */
export function send(url: string, { method, path, query, headers, body }: FuzzRequest, agent: Agent): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const length = body.length > 0 ? { 'content-length': body.length } : {};
  return new Promise((resolve) => {
    const sent = httpRequest({ hostname, port, method, path: path + query, headers: { ...headers, ...length }, agent });
    sent.on('error', () => resolve('cut'));
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('error', () => resolve('cut'));
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode: status = 0, headers: received } = response;
        resolve({ status, type: received['content-type'] ?? '', body: Buffer.concat(chunks).toString() });
      });
    });
    sent.end(body);
  });
}

/** The statuses of a request that could not be taken apart; they stand alone. */
const bare = new Set([400, 413, 415, 501]);

/** What is wrong with an answer that no fault has touched; undefined when nothing is. */
export function complaintAbout({ method, path }: FuzzRequest, answer: Answer): string | undefined {
  if (answer === 'cut') return 'the connection was cut';
  const { status, type, body } = answer;
  if (status >= 500 && status !== 501) return 'a failure of the server';
  if (method === 'HEAD' || status === 204 || (body === '' && bare.has(status))) return undefined;
  if (type !== 'application/json') return status === 200 ? undefined : `a refusal as ${type}`;
  const parsed: unknown = JSON.parse(body);
  if (typeof parsed !== 'object' || parsed === null) return 'not an object';
  if (path.startsWith('/control')) return undefined;
  return 'ok' in parsed && parsed.ok === (status === 200) ? undefined : 'not the envelope of the Bot API';
}
