import { aborted } from '../runtime/aborted.ts';
import type { Service } from '../runtime/service.ts';
import type { Bus, Handler, ServedService } from './bus.ts';

/** Answers a service's commands until told to stop, then finishes those that were begun. */
export function serving({
  bus,
  service,
  handlers,
}: {
  bus: Bus;
  service: ServedService;
  handlers: readonly Handler[];
}): Service {
  return {
    name: 'commands',
    async run(signal) {
      await using _served = await bus.serve(service, handlers);
      await aborted(signal);
    },
  };
}
