import { type Handler, handler } from '@opsheet/shared/bus/bus';
import { expiryRun, expiryStatus } from '@opsheet/shared/contracts/expiry';
import type { Sweeper } from './sweeper.ts';

/** What expiry answers on the bus. */
export function expiryCommands({ sweep, state }: Sweeper): Handler[] {
  return [
    handler(expiryRun, () => sweep()),
    handler(expiryStatus, () => {
      const { runs, lastRunAt } = state();
      return Promise.resolve({ runs, lastRunAt: lastRunAt === null ? null : new Date(lastRunAt).toISOString() });
    }),
  ];
}
