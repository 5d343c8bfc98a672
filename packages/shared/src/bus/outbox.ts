import type { z } from 'zod';
import type { Event } from '../contracts/contract.ts';
import { channels, notify } from '../database/channels.ts';
import type { Em } from '../database/open.ts';
import type { Session } from '../database/session.ts';
import type { Bus } from './bus.ts';

/**
 * Records an event in the transaction of the change that it tells of; the relay publishes it after the commit. The
 * same event (subject and id) recorded twice is one.
 */
export async function record<E extends Event>(tx: Em, event: E, body: z.input<E['schema']>): Promise<void> {
  const parsed = event.schema.parse(body);
  await tx.execute(
    `insert into outbox (subject, message_id, body, consumers, created_at) values (?, ?, ?::jsonb, ?::text[], now())
     on conflict (subject, message_id) do nothing`,
    [event.subject, event.id(parsed), JSON.stringify(parsed), `{${event.consumers.join(',')}}`],
  );
  await notify(tx, channels.relay);
}

/** How long an entry may lack a consumer's inbox row before it is published again, in ms: an acknowledged message can be lost. */
export const publishAgainMs = 30_000;

const batch = 100;

type OutboxRow = { id: string; subject: string; message_id: string; body: unknown };

/** Publishes what waits and closes what every consumer has handled. Gives how many it published. */
export async function relayOutbox({ session, bus }: { session: Session; bus: Bus }): Promise<number> {
  const waiting = await session.query<OutboxRow>(
    `select id, subject, message_id, body from outbox
     where done_at is null and (published_at is null or published_at < now() - $1 * interval '1 millisecond') order by id limit $2`,
    [publishAgainMs, batch],
  );
  for (const row of waiting) {
    await bus.publish({ subject: row.subject, id: row.message_id, body: row.body });
    await session.query('update outbox set published_at = now() where id = $1', [row.id]);
  }
  return waiting.length;
}

/** Closes the entries that every consumer has handled. */
export async function closeOutbox(session: Session): Promise<void> {
  await session.query(
    `update outbox o set done_at = now() where done_at is null and published_at is not null and not exists (
       select 1 from unnest(o.consumers) as c(name)
       where not exists (select 1 from inbox i where i.consumer = c.name and i.subject = o.subject and i.message_id = o.message_id))`,
  );
}
