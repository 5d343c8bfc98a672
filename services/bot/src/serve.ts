import { type Bus, handler } from '@opsheet/shared/bus/bus';
import { consumeOnce, type EventHandler } from '@opsheet/shared/bus/inbox';
import { type BotStatus, botStatus } from '@opsheet/shared/contracts/bot';
import type { Database } from '@opsheet/shared/database/open';
import { aborted } from '@opsheet/shared/runtime/aborted';
import type { Logger } from '@opsheet/shared/runtime/log';
import type { Service } from '@opsheet/shared/runtime/service';
import manifest from '../package.json' with { type: 'json' };
import { useLate } from './use-late.ts';

type Parts = { bus: Bus; database: Database; status: () => BotStatus; handlers: readonly EventHandler[]; log: Logger };

/** The bot on the bus: it answers opsheet.bot.status and hears the events that people are told of. */
export function busService({ bus, database, status, handlers, log }: Parts): Service {
  return {
    name: 'bus',
    async run(signal) {
      const described = {
        name: 'bot',
        version: manifest.version,
        description: 'Talks with people on Telegram',
      } as const;
      await using begun = new AsyncDisposableStack();
      // While NATS is away these wait for it; a stop does not, and the bus ends with the process.
      const listening = Promise.all([
        bus.serve(described, [handler(botStatus, async () => status())]).then((serving) => useLate(begun, serving)),
        consumeOnce(handlers, { service: 'bot', bus, database, log }).then((consuming) => useLate(begun, consuming)),
      ]);
      await Promise.race([aborted(signal), listening]);
      await aborted(signal);
    },
  };
}
