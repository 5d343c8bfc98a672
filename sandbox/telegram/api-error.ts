/** A Bot API call that failed: what the server answers in place of a result. */
export class ApiError extends Error {
  readonly code: number;
  readonly retryAfter: number | undefined;

  constructor(code: number, description: string, retryAfter?: number) {
    super(description);
    this.name = 'ApiError';
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** As on the server, the reason's first letter is lowered, but an ALL_CAPS code is left alone. */
export function badRequest(reason: string): ApiError {
  const code = /^.[A-Z_]/.test(reason);
  return new ApiError(400, `Bad Request: ${code ? reason : reason.charAt(0).toLowerCase() + reason.slice(1)}`);
}

export const forbidden = (reason: string) => new ApiError(403, `Forbidden: ${reason}`);

export const conflict = (reason: string) => new ApiError(409, `Conflict: ${reason}`);

export const unauthorized = (reason?: string) =>
  new ApiError(401, reason === undefined ? 'Unauthorized' : `Unauthorized: ${reason}`);

export const notFound = (reason?: string) =>
  new ApiError(404, reason === undefined ? 'Not Found' : `Not Found: ${reason}`);

export const tooManyRequests = (seconds: number) =>
  new ApiError(429, `Too Many Requests: retry after ${seconds}`, seconds);

/** An answer of the Bot API as it goes out. `retryAfter` is in seconds. */
export type Reply = { status: number; contentType: string; body: string; retryAfter?: number };

export function failure({ code, message, retryAfter }: ApiError): Reply {
  const body = {
    ok: false,
    error_code: code,
    description: message,
    ...(retryAfter !== undefined && { parameters: { retry_after: retryAfter } }),
  };
  const reply = { status: code, contentType: 'application/json', body: JSON.stringify(body) };
  return retryAfter === undefined ? reply : { ...reply, retryAfter };
}
