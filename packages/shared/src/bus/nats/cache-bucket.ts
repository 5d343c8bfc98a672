import {
  DeliverPolicy,
  jetstream,
  JetStreamApiCodes,
  JetStreamApiError,
  jetstreamManager,
  type JsMsg,
  StorageType,
} from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import type { NatsConnection, Subscription } from '@nats-io/transport-node';
import { CacheEntry, CachedTable } from '../../contracts/cache.ts';
import type { Logger } from '../../runtime/log.ts';
import { parseJson } from '../answer.ts';
import type { CacheBucket } from '../bus.ts';
import { onAbort } from '../../runtime/aborted.ts';
import type { Connection } from './connection.ts';
import { oncePerSession } from './session.ts';
import { ensureStream } from './streams.ts';

const name = 'opsheet_cache';
const stream = `KV_${name}`;
const subjectOf = (key: string) => `$KV.${name}.${key}`;
/** Announcements are plain messages: no store, no acknowledgement. */
const announced = 'opsheet.cache';

type Surroundings = { connection: Connection; log: Logger };

/** The cache bucket as a JetStream key-value bucket that keeps one value per table. */
export function natsCacheBucket({ connection, log }: Surroundings): CacheBucket {
  const bucket = oncePerSession(async ({ nc }) => {
    const client = jetstream(nc);
    const kv = await new Kvm(client).create(name, { history: 1, storage: StorageType.File });
    // `create` takes whatever bucket is there.
    await ensureStream(await jetstreamManager(nc), {
      name: stream,
      max_msgs_per_subject: 1,
      storage: StorageType.File,
    });
    return { kv, client };
  });

  return {
    get: async (table) =>
      bucket.use(connection.present(), async ({ kv }) => {
        const stored = await kv.get(table);
        if (!stored || stored.operation !== 'PUT') return null;
        return { entry: read(stored.value) ?? unreadable(table), revision: stored.revision };
      }),
    put: async (entry, seenRevision) =>
      bucket.use(connection.present(), async ({ kv }) => {
        try {
          const value = JSON.stringify(entry);
          const revision =
            seenRevision === 0
              ? await kv.create(entry.table, value)
              : await kv.update(entry.table, value, seenRevision);
          return { ok: true, revision };
        } catch (error) {
          if (isOvertaken(error)) return { ok: false };
          throw error;
        }
      }),
    announce(entry) {
      connection.session()?.nc.publish(`${announced}.${entry.table}`, JSON.stringify(entry));
    },
    watch({ onEntry, onReset, onAnnounced }) {
      let begun = false;
      return connection.keep({
        what: 'the watch of the cache bucket',
        async begin(session) {
          if (begun) onReset();
          const { client } = await bucket.again(session);
          // An ordered consumer sees every change or is begun again; it ends with an error when its bucket is gone.
          const consumer = await client.consumers.get(stream, {
            filter_subjects: subjectOf('>'),
            deliver_policy: DeliverPolicy.LastPerSubject,
          });
          const changes = await consumer.consume({
            expires: 10_000,
            idle_heartbeat: 2_000,
            abort_on_missing_resource: true,
          });
          begun = true;
          const announcements = hear(session.nc);
          const stop = onAbort(session.ended, () => changes.stop());
          return {
            over: pass(changes).finally(() => {
              stop[Symbol.dispose]();
              announcements.unsubscribe();
            }),
          };
        },
      });

      function hear(nc: NatsConnection): Subscription {
        return nc.subscribe(`${announced}.*`, {
          callback(_error, message) {
            const entry = read(message.data);
            if (entry) onAnnounced?.(entry);
          },
        });
      }

      async function pass(changes: AsyncIterable<JsMsg>): Promise<void> {
        for await (const change of changes) {
          const entry = change.headers?.get('KV-Operation') ? null : read(change.data);
          if (entry) onEntry(entry);
          else if (isOurs(change.subject)) {
            log.warn({ subject: change.subject }, 'an entry of the cache bucket was removed or cannot be read');
            onReset();
          }
        }
      }
    },
  };
}

const isOurs = (subject: string) => CachedTable.options.some((table) => subject === subjectOf(table));

/** Null when it is none: anybody may write to the bucket. */
function read(value: Uint8Array): CacheEntry | null {
  const json = parseJson(value);
  if (!json.ok) return null;
  const entry = CacheEntry.safeParse(json.value);
  return entry.success ? entry.data : null;
}

/** Older than any real entry, so that the next put replaces it. */
const unreadable = (table: CachedTable): CacheEntry => ({ table, since: 0, version: 0, keys: 'all', rows: 'all' });

const overtaken: readonly number[] = [
  JetStreamApiCodes.StreamWrongLastSequence,
  JetStreamApiCodes.StreamWrongLastSequenceUnknown,
];

const isOvertaken = (error: unknown): boolean => error instanceof JetStreamApiError && overtaken.includes(error.code);
