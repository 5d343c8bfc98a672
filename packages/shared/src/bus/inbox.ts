import type { z } from 'zod';
import type { Event, ServiceName } from '../contracts/contract.ts';
import type { Database, Em } from '../database/open.ts';
import type { Logger } from '../runtime/log.ts';
import type { Bus, EventMessage } from './bus.ts';

/** What a service does at an event, in the transaction that also records it as handled. */
export type EventHandler = { event: Event; handle: (body: unknown, tx: Em) => Promise<void> };

/** Ties an event's type to its handler. */
export function on<E extends Event>(
  event: E,
  handle: (body: z.output<E['schema']>, tx: Em) => Promise<void>,
): EventHandler {
  // `consumeOnce` calls it only with what `event.schema` has parsed.
  return { event, handle: handle as EventHandler['handle'] };
}

type ConsumeOptions = { service: ServiceName; bus: Bus; database: Database; log: Logger };

/**
 * Consumes events so that each has its effect once, however often it is delivered: the inbox row and the effect are
 * one transaction. Events of no interest and bodies that do not fit the contract are recorded and left.
 */
export function consumeOnce(
  handlers: readonly EventHandler[],
  { service, bus, database, log }: ConsumeOptions,
): Promise<AsyncDisposable> {
  const handle = (message: EventMessage) =>
    database.em().transactional(async (tx) => {
      const fresh = await tx.execute<unknown[]>(
        `insert into inbox (consumer, subject, message_id, handled_at) values (?, ?, ?, now()) on conflict do nothing returning 1`,
        [service, message.subject, message.id],
      );
      const found = handlers.find(({ event }) => event.subject === message.subject);
      if (fresh.length === 0 || !found) return;
      const body = found.event.schema.safeParse(message.body);
      if (body.success) return found.handle(body.data, tx);
      log.error(
        { subject: message.subject, id: message.id, problems: body.error.issues },
        'event does not fit its contract',
      );
    });
  return bus.consume(service, async (message) => {
    try {
      await handle(message);
      return 'done';
    } catch (error) {
      log.warn({ subject: message.subject, id: message.id, err: error }, 'event not handled, it comes back');
      return 'later';
    }
  });
}
