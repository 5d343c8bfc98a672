import type { ServiceName } from '../../contracts/contract.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { Logger } from '../../runtime/log.ts';
import type { Bus, EventMessage } from '../bus.ts';
import { againAfterMs } from '../redelivery.ts';
import { aborted } from '../../runtime/aborted.ts';
import { insistOn, type Link } from './link.ts';

/** `generation` counts the stores that were lost; what was delivered out of an older one does not come back. */
type Delivery = { message: EventMessage; deliveries: number; generation: number };

/** What a service has still to handle, and the processes that wait for it. */
type Durable = { queue: Delivery[]; waiting: (() => void)[] };

const duplicateWindowMs = 120_000;

/** The stream of all buses of a network. */
export function memoryEvents({ link, clock, log }: { link: Link; clock: Clock; log: Logger }) {
  let stored: EventMessage[] = [];
  let generation = 0;
  const publishedAt = new Map<string, number>();
  const durables = new Map<ServiceName, Durable>();

  function add(durable: Durable, delivery: Delivery): void {
    if (delivery.generation !== generation) return;
    durable.queue.push(delivery);
    // All of them: one may have been disposed since.
    for (const wake of durable.waiting.splice(0)) wake();
  }

  function durableOf(service: ServiceName): Durable {
    const queue = stored.map((message) => ({ message, deliveries: 0, generation }));
    const durable = durables.get(service) ?? { queue, waiting: [] };
    durables.set(service, durable);
    return durable;
  }

  const publish: Bus['publish'] = async ({ subject, id, body }) => {
    insistOn(link);
    const key = `${subject}:${id}`;
    const before = publishedAt.get(key);
    if (before !== undefined && clock.now() - before < duplicateWindowMs) return;
    publishedAt.set(key, clock.now());
    // What travels is JSON: the consumer must not share the publisher's object.
    const message: EventMessage = { subject, id, body: JSON.parse(JSON.stringify(body)) };
    stored.push(message);
    for (const durable of durables.values()) add(durable, { message, deliveries: 0, generation });
  };

  const consume: Bus['consume'] = async (service, handle) => {
    const stop = new AbortController();
    const done = run(service, { handle, stop: stop.signal });
    return {
      async [Symbol.asyncDispose]() {
        stop.abort();
        await done;
      },
    };
  };

  type Handling = { handle: Parameters<Bus['consume']>[1]; stop: AbortSignal };

  async function run(service: ServiceName, { handle, stop }: Handling): Promise<void> {
    const durable = durableOf(service);
    while (!stop.aborted) {
      await Promise.race([link.until('connected'), aborted(stop)]);
      const delivery = stop.aborted ? undefined : durable.queue.shift();
      if (delivery) await settle(delivery, { durable, handle });
      else await Promise.race([somethingFor(durable), aborted(stop)]);
    }
  }

  async function settle(delivery: Delivery, { durable, handle }: Pick<Handling, 'handle'> & { durable: Durable }) {
    const outcome = await handle(structuredClone(delivery.message)).catch((error: unknown) => {
      log.error({ subject: delivery.message.subject, err: error }, 'an event was not handled and will come again');
      return 'later' as const;
    });
    // While away the answer is lost, and the message comes again: consumers have to live with that.
    if (outcome === 'done' && link.state() === 'connected') return;
    const deliveries = delivery.deliveries + 1;
    void clock.sleep(againAfterMs(deliveries)).then(() => add(durable, { ...delivery, deliveries }));
  }

  return {
    publish,
    consume,
    lose() {
      generation += 1;
      stored = [];
      publishedAt.clear();
      for (const durable of durables.values()) durable.queue = [];
    },
  };
}

const somethingFor = (durable: Durable) => new Promise<void>((resolve) => durable.waiting.push(resolve));
