import { z } from 'zod';

/** What befalls one call, in this order: it waits, then is answered with `status` in its place or loses its connection. */
const callFaultSchema = z
  .strictObject({
    delayMs: z.int().min(1).max(600_000).optional(),
    status: z.int().min(400).max(599).optional(),
    description: z.string().min(1).optional(),
    /** In seconds. */
    retryAfter: z.int().min(1).max(86_400).optional(),
    /** The connection breaks before, or after, the call has had its effect. */
    drop: z.enum(['before', 'after']).optional(),
  })
  .refine(({ delayMs, status, drop }) => [delayMs, status, drop].some((one) => one !== undefined), {
    error: 'a fault has a delayMs, a status or a drop',
  })
  .refine(({ status, drop }) => status === undefined || drop === undefined, {
    error: 'a call that is answered with a status cannot lose its connection too',
  })
  .refine(({ status, description, retryAfter }) => {
    if (status === 429) return retryAfter !== undefined;
    return status !== undefined || (description === undefined && retryAfter === undefined);
  }, 'a status of 429 has a retryAfter; description and retryAfter belong to a status');

/** What befalls an update: it reaches the bot twice, or the bot's answer to it is lost on the way from the webhook. */
const updateFaultSchema = z.union([
  z.strictObject({ duplicateUpdate: z.literal(true) }),
  z.strictObject({ lostWebhookAnswer: z.literal(true) }),
]);

/**
 * A fault that strikes the next `times` calls of `method`. Without a method it strikes any call but getUpdates,
 * which is under way at almost any time and would take the faults meant for others.
 */
export const plannedFaultSchema = z
  .strictObject({
    method: z.string().min(1).optional(),
    times: z.int().min(1).max(100_000).default(1),
    fault: z.union([callFaultSchema, updateFaultSchema]),
  })
  .refine(({ method, fault }) => method === undefined || !isUpdateFault(fault), {
    error: 'an update belongs to no method: leave "method" out',
  });

export const faultUsage =
  '{"method"?: "sendMessage", "times"?: 1, "fault": one of {"status": 400 to 599, "description"?: "…", "retryAfter"?: <seconds>}, ' +
  '{"drop": "before" or "after"}, {"delayMs": <number>}, which may also come with one of those, ' +
  '{"duplicateUpdate": true}, {"lostWebhookAnswer": true}}';

export type CallFault = z.infer<typeof callFaultSchema>;
export type UpdateFault = z.infer<typeof updateFaultSchema>;
export type PlannedFault = z.infer<typeof plannedFaultSchema>;

export function isUpdateFault(fault: CallFault | UpdateFault): fault is UpdateFault {
  return 'duplicateUpdate' in fault || 'lostWebhookAnswer' in fault;
}
