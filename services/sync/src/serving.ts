import type { Bus, Handler } from '@opsheet/shared/bus/bus';
import type { Service } from '@opsheet/shared/runtime/service';

/** Answers the commands of sync until told to stop. */
export function serving({
  bus,
  handlers,
  version,
}: {
  bus: Bus;
  handlers: readonly Handler[];
  version: string;
}): Service {
  return {
    name: 'commands',
    async run(signal) {
      await using _served = await bus.serve(
        { name: 'sync', version, description: 'Keeps the Google Sheet and the database the same' },
        handlers,
      );
      await new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    },
  };
}
