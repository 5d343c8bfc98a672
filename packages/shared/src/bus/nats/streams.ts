import { isDeepStrictEqual } from 'node:util';
import {
  type ConsumerConfig,
  JetStreamApiCodes,
  JetStreamApiError,
  type JetStreamManager,
  type StreamConfig,
} from '@nats-io/jetstream';

/**
 * Makes the stream, or brings the present one to these settings; others that an operator has set, replicas for one,
 * stay. Throws when the server takes the request and leaves a setting out, as 2.9 does with some.
 */
export async function ensureStream(
  jsm: JetStreamManager,
  wanted: Partial<StreamConfig> & { name: string },
): Promise<void> {
  const present = await orNull(jsm.streams.info(wanted.name), JetStreamApiCodes.StreamNotFound);
  if (present && same(wanted, present.config)) return;
  const made = present ? await jsm.streams.update(wanted.name, wanted) : await jsm.streams.add(wanted);
  insist(`stream ${wanted.name}`, wanted, made.config);
}

/** The same for a durable consumer. */
export async function ensureConsumer(
  jsm: JetStreamManager,
  stream: string,
  wanted: Partial<ConsumerConfig> & { durable_name: string },
): Promise<void> {
  const name = wanted.durable_name;
  const present = await orNull(jsm.consumers.info(stream, name), JetStreamApiCodes.ConsumerNotFound);
  if (present && same(wanted, present.config)) return;
  const made = present ? await jsm.consumers.update(stream, name, wanted) : await jsm.consumers.add(stream, wanted);
  insist(`consumer ${name} of ${stream}`, wanted, made.config);
}

function insist(what: string, wanted: object, got: object): void {
  if (same(wanted, got)) return;
  throw new Error(`the server made ${what} otherwise: asked for ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`);
}

/** Whether `got` has every setting of `wanted`. */
function same(wanted: object, got: object): boolean {
  const settings = new Map<string, unknown>(Object.entries(got));
  return Object.entries(wanted).every(([key, value]) => isDeepStrictEqual(settings.get(key), value));
}

async function orNull<T>(asked: Promise<T>, absent: number): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === absent) return null;
    throw error;
  }
}
