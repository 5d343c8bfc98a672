import type { Random } from '../../random.ts';

export type FuzzRequest = { method: string; path: string; body: string | undefined };
/** A request with its query in its path. */
export type PlainCall = { method: string; path: string; body?: unknown };

export const asSent = (random: Random, { method, path, body }: PlainCall): FuzzRequest => ({
  method,
  path,
  body: textOf(random, body),
});

/** Mostly JSON; now and then its end is missing. */
export const textOf = (random: Random, body: unknown): string | undefined => {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return random.chance(0.02) ? text?.slice(0, -1) : text;
};
