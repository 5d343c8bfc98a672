import type { ExecutionContext } from 'ava';
import { Api } from 'grammy';
import { Telegram } from 'telegraf';
import type { TelegramOptions } from '../../../telegram/emulator.ts';
import type { Message } from '../../../telegram/message.ts';
import { telegramFor } from '../client.ts';

/** The person who has started a chat with the bot of `startedFor`. */
export const user = 1001;

/** A running emulator with the clients of two libraries, and the text of a refusal that one of them throws. */
export async function startedFor(t: ExecutionContext, options: Partial<TelegramOptions> = {}) {
  const telegram = await telegramFor(t, options);
  await telegram.send(user, '/start');
  const grammy = new Api(telegram.botToken, { apiRoot: telegram.url });
  const telegraf = new Telegram(telegram.botToken, { apiRoot: telegram.url });
  return {
    ...telegram,
    grammy,
    telegraf,
    /** As a person, with anything but a text. */
    show: (sent: object) => telegram.done<{ message_id: number }>('POST', 'send', { user, ...sent }),
    lastMessage: async () => (await telegram.chat(user)).messages.at(-1),
    /** The messages that have come to the bot since the last look. */
    received: async (): Promise<Message[]> => {
      const updates = await telegram.ok<{ update_id: number; message: Message }[]>('getUpdates');
      await telegram.ok('getUpdates', { offset: (updates.at(-1)?.update_id ?? -1) + 1 });
      return updates.map(({ message }) => message);
    },
  };
}

/** The description of the refusal that `call` ends with. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'accepted';
  } catch (error) {
    // Both libraries throw an error that has the server's words as `description`.
    return (error as { description: string }).description;
  }
}
