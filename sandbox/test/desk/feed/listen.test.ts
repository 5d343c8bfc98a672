import { systemClock } from '@opsheet/shared/runtime/clock';
import { connect } from '@nats-io/transport-node';
import test from 'ava';
import { type FeedEntry, openFeed } from '../../../desk/feed/feed.ts';
import { listenToNats } from '../../../desk/feed/listen.ts';
import { findNatsServer, startNatsServer } from '../../../infrastructure/nats.ts';

test('the feed goes on after the server was killed and has come back', async (t) => {
  const binary = await findNatsServer({ progress: t.log });
  const feed = openFeed(Date.now);
  const first = await startNatsServer({ binary, port: 0 });
  const listening = await listenToNats({ url: first.url, feed, clock: systemClock });
  t.teardown(() => listening[Symbol.asyncDispose]());
  t.deepEqual(await heardAfter('{"number":1}'), ['event', '{"number":1}']);
  await first.stop('SIGKILL');
  const second = await startNatsServer({ binary, port: first.port });
  t.teardown(() => second.stop());
  t.deepEqual(await heardAfter('{"number":2}'), ['event', '{"number":2}']);

  /** Publishes until it is heard: a message that comes before the listener is back passes unheard. */
  async function heardAfter(payload: string): Promise<unknown> {
    const heard: FeedEntry[] = [];
    const stop = feed.listen((entry) => heard.push(entry));
    const nc = await connect({ servers: first.url.replace('nats://', '') });
    while (heard.length === 0) {
      nc.publish('opsheet.event.sync.finished', payload);
      await nc.flush();
    }
    await nc.close();
    stop();
    return [heard[0]?.kind, heard[0]?.body];
  }
});
