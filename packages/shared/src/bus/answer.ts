import type { z } from 'zod';
import type { Logger } from '../runtime/log.ts';
import type { Handler } from './bus.ts';
import { exampleOf } from './example.ts';

/** What goes back over the wire: the reply as JSON, or whose fault it was (400 the asker's, 500 ours) and one line on why. */
export type WireReply = { ok: true; json: string } | { ok: false; code: 400 | 500; message: string };

const text = new TextDecoder('utf-8', { fatal: true });

/**
 * Answers one request. An empty payload is `{}`. Never rejects: a payload that is wrong and a handler that throws are
 * replies too, because anybody may send anything and the service has to live on.
 */
export async function answer({ command, handle }: Handler, payload: Uint8Array, log: Logger): Promise<WireReply> {
  const request = readRequest(command, payload);
  if (!request.ok) return request;
  try {
    const reply = command.reply.safeParse(await handle(request.body));
    if (reply.success) return { ok: true, json: JSON.stringify(reply.data) };
    const problem = `the reply of ${command.subject} breaks its contract: ${problems(reply.error)}`;
    log.error({ subject: command.subject, problem }, 'a reply was not sent');
    return { ok: false, code: 500, message: problem };
  } catch (error) {
    log.error({ subject: command.subject, err: error }, 'a command failed');
    return { ok: false, code: 500, message: `${command.subject} failed; the service's log says why` };
  }
}

type ReadRequest = { ok: true; body: unknown } | { ok: false; code: 400; message: string };

function readRequest(command: Handler['command'], payload: Uint8Array): ReadRequest {
  const refused = (why: string): ReadRequest => ({
    ok: false,
    code: 400,
    message: `${command.subject} cannot take this payload: ${why}. An example that it takes: ${exampleOf(command.request)}`,
  });
  const json = parseJson(payload);
  if (!json.ok) return refused(json.why);
  const request = command.request.safeParse(json.value);
  return request.success ? { ok: true, body: request.data } : refused(problems(request.error));
}

/** A shell's stray spaces and line ends count as empty. */
export function parseJson(payload: Uint8Array): { ok: true; value: unknown } | { ok: false; why: string } {
  try {
    const written = text.decode(payload).trim();
    return { ok: true, value: written === '' ? {} : JSON.parse(written) };
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is not JSON' : 'it is not UTF-8 text';
    return { ok: false, why };
  }
}

/** `limit: Too big: expected number to be <=200; by: …` */
function problems(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'the whole'}: ${issue.message}`).join('; ');
}
