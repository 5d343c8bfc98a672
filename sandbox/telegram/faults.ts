import { z } from 'zod';

/** What can go wrong on the way between a bot and Telegram. */
const faultSchema = z.union([
  z.strictObject({ status: z.literal(429), retryAfter: z.int().min(1).max(86_400) }),
  z.strictObject({ status: z.literal(502) }),
  /** The connection breaks before, or after, the call has had its effect. */
  z.strictObject({ drop: z.enum(['before', 'after']) }),
  z.strictObject({ delayMs: z.int().min(1).max(600_000) }),
  /** The next update reaches the bot twice, under the same id. */
  z.strictObject({ duplicateUpdate: z.literal(true) }),
]);

/**
 * A fault that strikes the next `times` calls of `method`. Without a method it strikes any call but getUpdates,
 * which is under way at almost any time and would take the faults meant for others.
 */
export const plannedFaultSchema = z
  .strictObject({
    method: z.string().min(1).optional(),
    times: z.int().min(1).max(100_000).default(1),
    fault: faultSchema,
  })
  .refine(({ method, fault }) => !('duplicateUpdate' in fault && method !== undefined), {
    error: 'a duplicated update belongs to no method: leave "method" out',
  });

export type Fault = z.infer<typeof faultSchema>;
export type PlannedFault = z.infer<typeof plannedFaultSchema>;

export type Faults = {
  add: (planned: PlannedFault) => void;
  clear: () => void;
  list: () => readonly PlannedFault[];
  /** The fault that strikes this call, which is thereby used up once. */
  take: (method: string) => Fault | undefined;
  takeDuplicate: () => boolean;
};

export function createFaults(): Faults {
  let planned: PlannedFault[] = [];

  function use(matches: (one: PlannedFault) => boolean): Fault | undefined {
    const found = planned.find(matches);
    if (!found) return undefined;
    found.times -= 1;
    planned = planned.filter((one) => one.times > 0);
    return found.fault;
  }

  return {
    add: (one) => planned.push({ ...one }),
    clear: () => (planned = []),
    list: () => planned,
    take: (method) => use((one) => !isDuplicate(one) && strikes(one, method.toLowerCase())),
    takeDuplicate: () => use(isDuplicate) !== undefined,
  };
}

function isDuplicate({ fault }: PlannedFault): boolean {
  return 'duplicateUpdate' in fault;
}

function strikes({ method }: PlannedFault, called: string): boolean {
  return method === undefined ? called !== 'getupdates' : method.toLowerCase() === called;
}
