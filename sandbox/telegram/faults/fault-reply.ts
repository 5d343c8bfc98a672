import { STATUS_CODES } from 'node:http';
import { ApiError, failure, tooManyRequests, type Reply } from '../api-error.ts';
import type { CallFault } from './planned-fault.ts';

/** In place of a call's own outcome. No reply: the connection is cut. */
export type Instead = { reply: Reply | undefined; error: { code: number; description: string } };

/** Undefined when the call is made all the same. */
export function replyInstead({ status, description, retryAfter, drop }: CallFault): Instead | undefined {
  if (drop === 'before') {
    return { reply: undefined, error: { code: 0, description: 'fault: connection dropped before the call' } };
  }
  if (status === undefined) return undefined;
  const phrase = STATUS_CODES[status] ?? 'Error';
  if (status >= 502 && description === undefined) {
    const reply = { status, contentType: 'text/html', body: gatewayPage(`${status} ${phrase}`) };
    return { reply, error: { code: status, description: `fault: ${phrase}` } };
  }
  const plain = status === 429 ? tooManyRequests(retryAfter ?? 1).message : phrase;
  const error = new ApiError(status, description ?? plain, retryAfter);
  return { reply: failure(error), error: { code: status, description: error.message } };
}

/** What answers when the Bot API itself does not. */
function gatewayPage(title: string): string {
  const head = `<head><title>${title}</title></head>`;
  return `<html>\r\n${head}\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`;
}
