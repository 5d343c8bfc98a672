import { backoffMs } from '@opsheet/shared/runtime/retry';
import type { Clock } from '@opsheet/shared/runtime/clock';
import { describe } from '@opsheet/shared/runtime/errors';
import type { Logger } from '@opsheet/shared/runtime/log';
import type { Service } from '@opsheet/shared/runtime/service';
import { type Api, GrammyError } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';

/** Who the bot is, asked of Telegram once for the whole process. */
export type Identity = {
  /** Waits for Telegram as long as it is away; null when `signal` aborts first. Throws WrongToken. */
  get: (signal: AbortSignal) => Promise<UserFromGetMe | null>;
  /** After `get` has given it. */
  known: () => UserFromGetMe;
};

/** Telegram does not know the token. The message says what to do. */
export class WrongToken extends Error {
  override name = 'WrongToken';
  constructor(cause: unknown) {
    super('Telegram does not know this bot: set TELEGRAM_BOT_TOKEN to the token that @BotFather gave', { cause });
  }
}

export const isWrongToken = (error: unknown): boolean => error instanceof GrammyError && error.error_code === 401;

const backoff = { firstMs: 250, maxMs: 5_000, jitterMs: 250 };

type Parts = { api: Pick<Api, 'getMe'>; clock: Clock; log: Logger; chance: () => number };

export function identity({ api, clock, log, chance }: Parts): Identity {
  let known: UserFromGetMe | undefined;
  let asking: Promise<UserFromGetMe | null> | undefined;

  async function ask(signal: AbortSignal): Promise<UserFromGetMe | null> {
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      try {
        known ??= await api.getMe();
        return known;
      } catch (error) {
        if (isWrongToken(error)) throw new WrongToken(error);
        if (attempt === 0) log.warn({ reason: describe(error) }, 'Telegram cannot be reached, trying on');
      }
      await clock.sleep(backoffMs(backoff, attempt, chance), signal);
    }
    return null;
  }

  return {
    get: (signal) => (asking ??= ask(signal)),
    known() {
      if (!known) throw new Error('a turn has begun before Telegram has said who the bot is');
      return known;
    },
  };
}

/** A service that begins once Telegram has said who the bot is. */
export const onceKnown = (who: Identity, service: Service): Service => ({
  name: service.name,
  async run(signal) {
    if (await who.get(signal)) await service.run(signal);
  },
});
