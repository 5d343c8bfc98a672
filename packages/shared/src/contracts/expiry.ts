import { z } from 'zod';
import { command } from './contract.ts';

export const expiryRun = command('opsheet.expiry.run', {
  says: 'Looks at all deadlines now.',
  request: z.object({}),
  reply: z.object({ run: z.int(), due: z.int() }),
});

export const expiryStatus = command('opsheet.expiry.status', {
  says: 'How often the deadlines were looked at and when last.',
  request: z.object({}),
  reply: z.object({ runs: z.int(), lastRunAt: z.iso.datetime().nullable() }),
});
