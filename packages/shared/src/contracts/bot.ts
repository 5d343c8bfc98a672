import { z } from 'zod';
import { CachedTable } from './cache.ts';
import { command } from './contract.ts';

export const BotStatus = z.object({
  /** Id of the process that answered. */
  process: z.string(),
  polling: z.boolean(),
  store: z.object({
    stale: z.boolean(),
    tables: z.array(z.object({ table: CachedTable, version: z.int(), rows: z.int() })),
  }),
});
export type BotStatus = z.output<typeof BotStatus>;

export const botStatus = command('opsheet.bot.status', {
  says: 'Which versions the store in memory serves, and whether this process polls Telegram.',
  request: z.object({}),
  reply: BotStatus,
});
