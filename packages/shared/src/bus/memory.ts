import { type Clock, systemClock } from '../runtime/clock.ts';
import { type Logger, silentLog } from '../runtime/log.ts';
import type { Bus } from './bus.ts';
import { memoryCacheBucket } from './memory/cache-bucket.ts';
import { memoryCommands } from './memory/commands.ts';
import { memoryEvents } from './memory/events.ts';
import { memoryLink } from './memory/link.ts';

/** A network without a server, for tests. It does what the real one does, with no timers but the clock's. */
export type MemoryNetwork = {
  /** A bus of one more process. What it serves, consumes and watches ends with it. */
  bus: () => Bus;
  /** Takes the server away from everybody. */
  cut: () => void;
  /** Brings it back, with its store. */
  mend: () => void;
  /** Empties the stream and the bucket. */
  loseStore: () => void;
};

export function memoryNetwork({
  clock = systemClock,
  log = silentLog,
}: { clock?: Clock; log?: Logger } = {}): MemoryNetwork {
  const link = memoryLink();
  const commands = memoryCommands({ link, clock, log });
  const events = memoryEvents({ link, clock, log });
  const cache = memoryCacheBucket({ link });

  function bus(): Bus {
    const own = new AsyncDisposableStack();
    const until = async (begun: Promise<AsyncDisposable>) => {
      const work = await begun;
      if (!own.disposed) return own.use(work);
      await work[Symbol.asyncDispose]();
      return work;
    };
    return {
      state: link.state,
      onState: link.onState,
      request: commands.request,
      publish: events.publish,
      serve: (service, handlers) => until(commands.serve(service, handlers)),
      consume: (service, handle) => until(events.consume(service, handle)),
      cache: { ...cache.bucket, watch: (watcher) => until(cache.bucket.watch(watcher)) },
      [Symbol.asyncDispose]: () => own.disposeAsync(),
    };
  }

  return {
    bus,
    cut: () => link.set('away'),
    mend: () => link.set('connected'),
    loseStore() {
      events.lose();
      cache.lose();
    },
  };
}
