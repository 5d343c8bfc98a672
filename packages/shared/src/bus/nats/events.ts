import {
  AckPolicy,
  type Consumer,
  DeliverPolicy,
  DiscardPolicy,
  jetstream,
  jetstreamManager,
  type JsMsg,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import type { Clock } from '../../runtime/clock.ts';
import type { Logger } from '../../runtime/log.ts';
import { parseJson } from '../answer.ts';
import type { Bus, EventMessage } from '../bus.ts';
import { againAfterMs } from '../redelivery.ts';
import { onAbort } from '../../runtime/aborted.ts';
import type { Connection } from './connection.ts';
import { oncePerSession, type Session } from './session.ts';
import { ensureConsumer, ensureStream } from './streams.ts';

const stream = 'OPSHEET_EVENTS';
const subjects = 'opsheet.event.>';
const dayMs = 86_400_000;

/** How long the server waits before it takes a silent consumer for dead and delivers elsewhere. */
const ackWaitMs = 30_000;

const streamConfig = {
  name: stream,
  subjects: [subjects],
  retention: RetentionPolicy.Limits,
  storage: StorageType.File,
  discard: DiscardPolicy.Old,
  max_age: nanos(7 * dayMs),
  duplicate_window: nanos(120_000),
};

const consumerConfig = {
  ack_policy: AckPolicy.Explicit,
  ack_wait: nanos(ackWaitMs),
  deliver_policy: DeliverPolicy.All,
  filter_subject: subjects,
  max_deliver: -1,
  // Messages that wait to come back count too; at this many of them the consumer would stand still.
  max_ack_pending: 50_000,
};

type Surroundings = { connection: Connection; clock: Clock; log: Logger };

/** Events over JetStream: one stream, one durable consumer per service, each message to one process of it at a time. */
export function natsEvents({ connection, clock, log }: Surroundings): Pick<Bus, 'publish' | 'consume'> {
  const events = oncePerSession(async ({ nc }) => {
    const manager = await jetstreamManager(nc);
    await ensureStream(manager, streamConfig);
    return { manager, client: jetstream(nc) };
  });

  return {
    async publish({ subject, id, body }) {
      const msgID = `${subject}:${id}`;
      await events.use(connection.present(), ({ client }) => client.publish(subject, JSON.stringify(body), { msgID }));
    },
    consume: (service, handle) =>
      connection.keep({
        what: `the events for ${service}`,
        async begin(session) {
          const { manager, client } = await events.again(session);
          await ensureConsumer(manager, stream, { durable_name: service, ...consumerConfig });
          const consumer = await client.consumers.get(stream, service);
          return {
            over: deliver(consumer, { session, handle: (msg) => settle(msg, { session, handle, clock, log }) }),
          };
        },
      }),
  };
}

/** One message at a time is asked for, so that the death of this process holds up no more than one. */
async function deliver(
  consumer: Consumer,
  { session: { ended }, handle }: { session: Session; handle: (msg: JsMsg) => Promise<void> },
): Promise<void> {
  while (!ended.aborted) {
    const asked = await consumer.fetch({ max_messages: 1, expires: 10_000, idle_heartbeat: 2_000 });
    using _stop = onAbort(ended, () => asked.stop());
    for await (const msg of asked) await handle(msg);
  }
}

type Settling = {
  session: Session;
  handle: (message: EventMessage) => Promise<'done' | 'later'>;
  clock: Clock;
  log: Logger;
};

async function settle(msg: JsMsg, { session, handle, clock, log }: Settling): Promise<void> {
  const message = read(msg);
  if (!message) {
    log.error({ subject: msg.subject, sequence: msg.seq }, 'a message that is no event was thrown away');
    return msg.term();
  }
  const handled = new AbortController();
  void holdOn(msg, { clock, signal: AbortSignal.any([handled.signal, session.ended]) });
  const outcome = await handle(message).catch((error: unknown) => {
    log.error({ subject: msg.subject, id: message.id, err: error }, 'an event was not handled and will come again');
    return 'later' as const;
  });
  handled.abort();
  if (outcome === 'done') return msg.ack();
  msg.nak(againAfterMs(msg.info.deliveryCount));
}

/** Tells the server now and then that a slow handler is alive. */
async function holdOn(msg: JsMsg, { clock, signal }: { clock: Clock; signal: AbortSignal }): Promise<void> {
  for (;;) {
    await clock.sleep(ackWaitMs / 3, signal);
    if (signal.aborted) return;
    msg.working();
  }
}

/** Null for what somebody else has put on our subjects: no id, or a body that is not JSON. */
function read(msg: JsMsg): EventMessage | null {
  const prefix = `${msg.subject}:`;
  const key = msg.headers?.get('Nats-Msg-Id') ?? '';
  const body = parseJson(msg.data);
  if (!body.ok || !key.startsWith(prefix)) return null;
  return { subject: msg.subject, id: key.slice(prefix.length), body: body.value };
}
