import type { Clock } from '@opsheet/shared/runtime/clock';
import { describe } from '@opsheet/shared/runtime/errors';
import type { Logger } from '@opsheet/shared/runtime/log';
import { backoffMs } from '@opsheet/shared/runtime/retry';
import type { Service } from '@opsheet/shared/runtime/service';
import { wakeable } from '@opsheet/shared/runtime/wake';
import { type Api, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import { isWrongToken, WrongToken } from '../bot/identity.ts';
import { wanted } from './chat.ts';
import type { Lease } from './lease.ts';

/** How long Telegram holds a request for updates open, in seconds. */
const holdSeconds = 25;
/** The pause after "Conflict": another program polls with this token. */
const conflictPauseMs = 5_000;
/** A conflict that lasts so long is no restart of ours, in ms. */
const conflictLimitMs = 60_000;
/** The lease wakes a standby; this only bounds its wait. */
const standbyMs = 60_000;
const backoff = { firstMs: 250, maxMs: 5_000, jitterMs: 500 };

type Parts = {
  /** Waits for longer than `holdSeconds`, and does not retry by itself. */
  api: Pick<Api, 'getUpdates'>;
  lease: Lease;
  /** Has a batch in safe hands when it resolves. */
  receive: (updates: readonly Update[]) => Promise<void>;
  /** Resolves when nothing that was received is still being answered by this process outside the inbox. */
  idle: () => Promise<void>;
  clock: Clock;
  log: Logger;
  chance: () => number;
};

export type Poller = Service & { readonly isPolling: () => boolean };

/** Asks Telegram for updates in the one process that holds the lease. A wrong token and a lasting conflict end it. */
export function openPoller({ api, lease, receive, idle, clock, log, chance }: Parts): Poller {
  const wake = wakeable(clock);
  let offset: number | undefined;
  let failures = 0;
  let conflictSince: number | undefined;
  let current = new AbortController();

  async function poll(signal: AbortSignal): Promise<void> {
    current = new AbortController();
    const request = { ...(offset !== undefined && { offset }), timeout: holdSeconds, allowed_updates: wanted };
    // grammY declares the signal of a package that came before Node's own; Node's is what it uses here.
    const until = AbortSignal.any([signal, current.signal]) as unknown as Parameters<Api['getUpdates']>[1];
    const updates = await api.getUpdates(request, until);
    failures = 0;
    conflictSince = undefined;
    await receive(updates);
    const last = updates.at(-1);
    // Only now is Telegram told, by the next request, that these have arrived.
    if (last) offset = last.update_id + 1;
  }

  /** How long to wait after a failure. Throws what no waiting mends. */
  function pauseAfter(error: unknown): number {
    if (isWrongToken(error)) throw new WrongToken(error);
    if (error instanceof GrammyError && error.error_code === 409) return pauseAfterConflict(error);
    if (failures === 0) log.warn({ reason: describe(error) }, 'Telegram cannot be reached, trying on');
    failures += 1;
    return backoffMs(backoff, failures - 1, chance);
  }

  function pauseAfterConflict(error: GrammyError): number {
    conflictSince ??= clock.now();
    log.warn({ reason: error.description }, 'another program polls with this token');
    // Without PostgreSQL our own processes may meet here; that is no reason to end.
    if (lease.holder() === 'mine' && clock.now() - conflictSince >= conflictLimitMs)
      throw new Error(
        'Telegram has said for a minute that another program receives the updates of this bot: stop the other program, or remove its webhook, or use a token of its own',
        { cause: error },
      );
    return conflictPauseMs + Math.floor(chance() * conflictPauseMs);
  }

  function onChange(): void {
    if (lease.holder() === 'other') current.abort();
    wake.now();
  }

  async function turns(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      if (lease.holder() === 'other') {
        await wake.wait(standbyMs, signal);
        continue;
      }
      try {
        await poll(signal);
      } catch (error) {
        if (signal.aborted || current.signal.aborted) continue;
        await clock.sleep(pauseAfter(error), signal);
      }
    }
  }

  return {
    name: 'poller',
    isPolling: () => lease.holder() !== 'other',
    async run(signal) {
      const over = new AbortController();
      const until = AbortSignal.any([signal, over.signal]);
      const keeping = lease.keep(until, onChange);
      try {
        await turns(signal);
      } finally {
        over.abort();
        await keeping;
        await idle();
      }
    },
  };
}
