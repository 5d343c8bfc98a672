import { headers, type Msg, type NatsConnection, nuid, type Subscription } from '@nats-io/transport-node';
import type { Clock } from '../../runtime/clock.ts';
import type { Logger } from '../../runtime/log.ts';
import type { WireReply } from '../answer.ts';
import type { ServedService } from '../bus.ts';
import { microStats } from './micro-stats.ts';
import { untilTaken } from './session.ts';

/** A subject that the service answers, as one member of its queue group. */
export type Endpoint = {
  name: string;
  subject: string;
  metadata: Readonly<Record<string, string>>;
  /** Never rejects. */
  answer: (payload: Uint8Array) => Promise<WireReply>;
};

/** What of a service stays the same over all connections: its id, its start and its counts. */
export type MicroService = {
  /** Subscribes to everything; `stop` takes no more requests and resolves when those in hand are answered. */
  listen: (nc: NatsConnection) => { stop: () => Promise<void> };
};

type MicroSettings = { service: ServedService; endpoints: readonly Endpoint[]; clock: Clock; log: Logger };

/**
 * A service that answers by the NATS Services API (ADR-32, "micro"), so that `nats micro ls`, `info` and `stats` see
 * it and `nats req` can use it. Written out here because the only release of @nats-io/services that can be installed
 * is a prerelease with a second client core, which counts neither the errors nor the time of a handler that waits.
 */
export function microService({ service, endpoints, clock, log }: MicroSettings): MicroService {
  const { name, version, description } = service;
  const identity = { name, id: nuid.next(), version, metadata: {} };
  const started = new Date(clock.now()).toISOString();
  const served = endpoints.map((endpoint) => ({ endpoint, stats: microStats() }));

  const about: Record<string, () => object> = {
    PING: () => ({ type: 'io.nats.micro.v1.ping_response', ...identity }),
    INFO: () => ({
      type: 'io.nats.micro.v1.info_response',
      ...identity,
      description,
      endpoints: endpoints.map(({ name, subject, metadata }) => ({
        name,
        subject,
        queue_group: service.name,
        metadata,
      })),
    }),
    STATS: () => ({
      type: 'io.nats.micro.v1.stats_response',
      ...identity,
      started,
      endpoints: served.map(({ endpoint, stats }) => ({
        name: endpoint.name,
        subject: endpoint.subject,
        queue_group: service.name,
        ...stats.read(),
      })),
    }),
  };

  const respond = (msg: Msg, payload: string, error?: WireReply & { ok: false }): void => {
    try {
      msg.respond(payload, error ? { headers: errorHeaders(error) } : undefined);
    } catch (error) {
      log.warn({ subject: msg.subject, err: error }, 'a reply could not be sent');
    }
  };

  return {
    listen(nc) {
      const inHand = new Set<Promise<void>>();
      const subscriptions: Subscription[] = [];
      const subscribe = (subject: string, handle: (msg: Msg) => void, queue?: string) => {
        const callback = (error: Error | null, msg: Msg) =>
          error ? log.error({ subject, err: error }, 'NATS refuses this subject') : handle(msg);
        subscriptions.push(nc.subscribe(subject, { callback, ...(queue && { queue }) }));
      };

      for (const [verb, tell] of Object.entries(about)) {
        for (const whom of ['', `.${name}`, `.${name}.${identity.id}`]) {
          subscribe(`$SRV.${verb}${whom}`, (msg) => respond(msg, JSON.stringify(tell())));
        }
      }

      for (const { endpoint, stats } of served) {
        const serve = async (msg: Msg) => {
          const began = clock.now();
          const reply = fitting(await endpoint.answer(msg.data), nc.info?.max_payload);
          stats.count(clock.now() - began, reply);
          if (reply.ok) return respond(msg, reply.json);
          respond(msg, JSON.stringify({ error: { code: reply.code, message: reply.message } }), reply);
        };
        subscribe(
          endpoint.subject,
          (msg) => {
            const answered = serve(msg).finally(() => inHand.delete(answered));
            inHand.add(answered);
          },
          name,
        );
      }

      return {
        async stop() {
          const open = subscriptions.filter((subscription) => !subscription.isClosed());
          await untilTaken(nc, () => Promise.all(open.map((subscription) => subscription.drain())));
          await Promise.all(inHand);
        },
      };
    },
  };
}

/** The server drops a connection that sends more than it takes, so a reply that is too long becomes an error. */
function fitting(reply: WireReply, maxBytes = Infinity): WireReply {
  if (!reply.ok) return reply;
  const bytes = Buffer.byteLength(reply.json);
  if (bytes <= maxBytes) return reply;
  return {
    ok: false,
    code: 500,
    message: `the reply has ${bytes} bytes, the NATS server takes ${maxBytes}: raise its max_payload`,
  };
}

export const errorHeader = 'Nats-Service-Error';
export const errorCodeHeader = 'Nats-Service-Error-Code';

function errorHeaders({ code, message }: WireReply & { ok: false }) {
  const error = headers();
  error.set(errorCodeHeader, String(code));
  // A header is one line.
  error.set(errorHeader, message.replace(/\s+/g, ' '));
  return error;
}
