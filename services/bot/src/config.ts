import { baseConfig, Port, required, Seconds } from '@opsheet/shared/runtime/config';
import { z } from 'zod';

const Ids = z
  .string()
  .transform((text) => text.split(',').map((id) => id.trim()))
  .transform((ids) => ids.filter((id) => id !== ''))
  .refine(
    (ids) => ids.every((id) => /^[1-9]\d{0,15}$/.test(id)),
    'must be Telegram user ids separated by commas, e.g. 700100001,700100002',
  );

/** What the bot needs to know, by variable. `TELEGRAM_OWNER_IDS` left out: the first admin is the owner. */
export const BotConfig = baseConfig.extend({
  TELEGRAM_BOT_TOKEN: required('the token that @BotFather gave, 123456789:AA…').regex(
    /^\d+:[\w-]+$/,
    'is not a bot token: set it to the whole token that @BotFather gave, 123456789:AA…',
  ),
  TELEGRAM_API_URL: z
    .url({ protocol: /^https?$/, error: 'is not a URL that starts with http:// or https://' })
    .default('https://api.telegram.org')
    .transform((url) => url.replace(/\/+$/, '')),
  TELEGRAM_ADMIN_IDS: Ids.default([]),
  TELEGRAM_OWNER_IDS: Ids.default([]),
  BOT_HOST: z.string().default('127.0.0.1'),
  BOT_PORT: Port.default(9000),
  /** How long the bot waits for a pass that it asked for. */
  SYNC_TIMEOUT_SECONDS: Seconds(1).default(30),
});
export type BotConfig = z.output<typeof BotConfig>;
