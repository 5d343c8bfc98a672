import type { z } from 'zod';
import type { CacheEntry, CachedTable } from '../contracts/cache.ts';
import type { Command, ServiceName } from '../contracts/contract.ts';

/** How services meet. The real adapter speaks NATS, the one in memory is for tests; both pass testing/bus-suite.ts. */
export type Bus = AsyncDisposable & {
  readonly state: () => BusState;
  /** Called at every change of `state` after the call; the result stops it. */
  onState: (listener: (state: BusState) => void) => () => void;
  request: <C extends Command>(
    command: C,
    body: z.input<C['request']>,
    options?: { timeoutMs?: number },
  ) => Promise<Answer<z.output<C['reply']>>>;
  /** Answers commands as one member of the service's queue group, until disposed (which finishes what was begun). */
  serve: (service: ServedService, handlers: readonly Handler[]) => Promise<AsyncDisposable>;
  /** Publishes a committed fact; resolves when the stream has it. Rejects when the bus is away. */
  publish: (message: EventMessage) => Promise<void>;
  /**
   * Delivers events to one process of the service at a time, at least once, until disposed. `handle` decides:
   * 'done' ends it, 'later' and a rejection bring it back after a while.
   */
  consume: (
    service: ServiceName,
    handle: (message: EventMessage) => Promise<'done' | 'later'>,
  ) => Promise<AsyncDisposable>;
  readonly cache: CacheBucket;
};

/** 'away' while there is no connection. A bus that was never connected keeps trying by itself. */
export type BusState = 'connected' | 'away';

/** `reply`, or why there is none: an expected outcome, not an exception. */
export type Answer<Reply> =
  | { ok: true; reply: Reply }
  | { ok: false; reason: 'nobody answers' | 'too late' | 'refused' | 'failed' | 'away'; message: string };

export type ServedService = { name: ServiceName; version: string; description: string };

/** A command with what answers it. Made by `handler`, which ties the types together. */
export type Handler = { command: Command; handle: (request: unknown) => Promise<unknown> };

/** The payload is parsed by the contract before `handle` sees it, the reply before it is sent. */
export function handler<C extends Command>(
  command: C,
  handle: (request: z.output<C['request']>) => Promise<z.input<C['reply']>>,
): Handler {
  // The adapter calls `handle` only with what `command.request` has parsed.
  return { command, handle: handle as Handler['handle'] };
}

/** `id` makes two messages one (header `Nats-Msg-Id`); `body` is JSON. */
export type EventMessage = { subject: string; id: string; body: unknown };

/** One key per cached table; everybody sees every change or a reset. */
export type CacheBucket = {
  get: (table: CachedTable) => Promise<{ entry: CacheEntry; revision: number } | null>;
  /** Compare-and-set on the revision last seen (0: the key must not exist). Rejects when the bus is away. */
  put: (entry: CacheEntry, seenRevision: number) => Promise<{ ok: true; revision: number } | { ok: false }>;
  /**
   * Tells watchers of a version that was just committed, ahead of the relay's put: at most once, in no order, nobody
   * while the bus is away. It saves time; the put is what counts.
   */
  announce: (entry: CacheEntry) => void;
  /**
   * Calls `onEntry` for the present entries and then for every change, in order, possibly twice. `onReset` is called
   * when changes may have been missed: at a reconnect, a missed heartbeat, a lost bucket. `onAnnounced` hears of
   * versions ahead of their entries.
   */
  watch: (watcher: CacheWatcher) => Promise<AsyncDisposable>;
};

export type CacheWatcher = {
  onEntry: (entry: CacheEntry) => void;
  onReset: () => void;
  onAnnounced?: (entry: CacheEntry) => void;
};
