import { Api, HttpError, type Transformer } from 'grammy';

type Address = { token: string; url: string; timeoutSeconds: number };

/** Telegram at an address. What it throws may be logged: the token, which is part of every address, is not in it. */
export function openApi({ token, url, timeoutSeconds }: Address): Api {
  const api = new Api(token, { apiRoot: url, timeoutSeconds });
  api.config.use(withoutToken(token));
  return api;
}

/** A connection that fails is described by the HTTP client with the whole address. */
function withoutToken(token: string): Transformer {
  return async (call, method, payload, signal) => {
    try {
      return await call(method, payload, signal);
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      const words = error.error instanceof Error ? error.error.message : String(error.error);
      throw new HttpError(error.message, new Error(words.replaceAll(token, '<token>')));
    }
  };
}
