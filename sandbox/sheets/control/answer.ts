import { z } from 'zod';

export type ControlAnswer = { status: number; body: unknown };

export type ControlRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  /** Aborts when the client hangs up. */
  signal: AbortSignal;
};

export const ok = (body: unknown): ControlAnswer => ({ status: 200, body });
export const problem = (status: number, message: string): ControlAnswer => ({
  status,
  body: { error: { code: status, message } },
});

type Check<T> = { schema: z.ZodType<T>; body: unknown; usage: string };

/** Applies a body that fits; a refusal says what to send instead. */
export function checked<T>({ schema, body, usage }: Check<T>, apply: (value: T) => void): ControlAnswer {
  const result = schema.safeParse(body);
  if (!result.success) return problem(400, `${z.prettifyError(result.error)}\n${usage}`);
  apply(result.data);
  return ok({});
}
