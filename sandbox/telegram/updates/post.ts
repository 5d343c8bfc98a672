import { ApiError } from '../api-error.ts';
import { readParameters, textOf, type CallParameters } from '../call-parameters.ts';
import { decodePathLeniently } from '../http/path.ts';
import type { Update } from '../message.ts';
import type { Webhook } from '../state.ts';

/** What came of a delivery. `call`: the method that the bot called by its answer. */
export type Outcome =
  | { ok: true; call: CallParameters | undefined }
  | { ok: false; error: string; retryAfterMs: number };

/** Methods that an answer to a webhook may not name; neither may it name one that gets something. */
const notInReply = new Set(['', 'deletewebhook', 'setwebhook', 'close', 'logout']);

const longestRetryAfterSeconds = 3_600;

/** Posts the update to the bot and waits for its answer until `signal` aborts. */
export async function postUpdate(update: Update, webhook: Webhook, signal: AbortSignal): Promise<Outcome> {
  const { url, authorization } = readAddress(webhook.url);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(authorization !== undefined && { authorization }),
        ...(webhook.secret !== '' && { 'x-telegram-bot-api-secret-token': webhook.secret }),
      },
      body: JSON.stringify(update),
      redirect: 'manual',
      signal,
    });
    return await outcomeOf(response);
  } catch (error) {
    return { ok: false, error: connectionError(error), retryAfterMs: 0 };
  }
}

/** A name and password in the address go into a header of their own; fetch takes no address that has them. */
function readAddress(address: string): { url: URL; authorization?: string } {
  const url = new URL(address);
  const { username, password } = url;
  if (username === '' && password === '') return { url };
  const credentials = decodePathLeniently(`${username}:${password}`);
  url.username = '';
  url.password = '';
  return { url, authorization: `Basic ${Buffer.from(credentials).toString('base64')}` };
}

async function outcomeOf(response: Response): Promise<Outcome> {
  const body = Buffer.from(await response.arrayBuffer());
  if (response.ok) return { ok: true, call: callIn(body, response.headers.get('content-type') ?? '') };
  const seconds = Number(response.headers.get('retry-after')) || 0;
  return {
    ok: false,
    error: `Wrong response from the webhook: ${response.status} ${response.statusText}`,
    retryAfterMs: 1000 * Math.min(Math.max(seconds, 0), longestRetryAfterSeconds),
  };
}

function callIn(body: Buffer, contentType: string): CallParameters | undefined {
  try {
    const parameters = readParameters(new URLSearchParams(), body, contentType);
    const method = textOf(parameters, 'method').toLowerCase();
    return notInReply.has(method) || method.startsWith('get') ? undefined : parameters;
  } catch (error) {
    // An answer that is no call, such as "OK" declared as JSON, is simply an answer.
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}

function connectionError(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'Read timeout expired';
  const cause = error instanceof Error ? error.cause : undefined;
  const isRefused = cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
  return isRefused ? 'Connection refused' : 'Webhook connection closed';
}
