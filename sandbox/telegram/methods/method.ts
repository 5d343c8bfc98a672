import type { CallParameters } from '../call-parameters.ts';

/** `description` accompanies a few results, as in "Webhook was set". */
export type Answer = { result: unknown; description?: string };

/** One Bot API method. Throws an ApiError; `signal` aborts when the client hangs up. */
export type Method = (parameters: CallParameters, signal: AbortSignal) => Answer | Promise<Answer>;

/** By their documented names; calls may use any case. */
export type Methods = Record<string, Method>;
