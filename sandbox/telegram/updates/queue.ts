import { conflict, type ApiError } from '../api-error.ts';
import type { Update, UpdateContent } from '../message.ts';
import type { QueuedUpdate } from '../state.ts';
import type { World } from '../world.ts';
import { isExpired } from './lifetime.ts';

/** Kinds that a bot gets only when it asks for them by name. */
const onRequest = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

/** A positive offset this far beyond the newest update is taken for a mistake (source). */
const offsetSlack = 10;

const otherPoll = 'terminated by other getUpdates request; make sure that only one bot instance is running';

export type Poll = { offset: number; limit: number; timeoutMs: number };

/** The queue of what the bot has not confirmed, and the one long poll that may wait on it. */
export type Updates = {
  /** Queues an update, unless the bot has not allowed its kind. */
  push: (content: UpdateContent) => void;
  /**
   * getUpdates: a positive offset forgets all that is older, a negative one keeps only so many of the newest.
   * Waits for the first update up to `timeoutMs`. Throws the 409 when another poll or a webhook takes its place.
   */
  poll: (poll: Poll, signal: AbortSignal) => Promise<Update[]>;
  /** Ends the poll that waits, as setWebhook does. */
  endPoll: (reason: string) => void;
  /** Waits out the pause between two conflicts, then gives the error to throw. */
  conflict: (reason: string, signal: AbortSignal) => Promise<ApiError>;
  /** The oldest first; those whose time is over are forgotten. */
  pending: () => readonly QueuedUpdate[];
  newerThan: (updateId: number) => readonly QueuedUpdate[];
  isPending: (queued: QueuedUpdate) => boolean;
  /** The update has arrived: forget it, unless it is to be delivered again. */
  delivered: (updateId: number) => void;
  clear: () => void;
};

export function createUpdates(
  world: World,
  given: { onUpdate: (update: Update) => void; duplicates: () => boolean },
): Updates {
  const { state, settings, clock } = world;
  let turn = 0;
  let endReason = otherPoll;
  let nextConflictMs = 0;

  function push(content: UpdateContent): void {
    if (!isAllowed(state.allowedUpdates, content)) return;
    const update: Update = { update_id: state.next.updateId++, ...content };
    state.updates.push({ update, atMs: clock.now(), ...(given.duplicates() && { again: true }) });
    given.onUpdate(update);
    world.changed();
  }

  /** Keeps the updates that `keep` names, and once more those that a fault wants repeated. */
  function forget(keep: (queued: QueuedUpdate) => boolean): void {
    state.updates = state.updates.filter((queued) => {
      if (keep(queued)) return true;
      const again = queued.again === true;
      delete queued.again;
      return again;
    });
    world.changed();
  }

  function dropExpired(): void {
    const now = clock.now();
    const left = state.updates.filter((queued) => !isExpired(queued, settings, now));
    if (left.length === state.updates.length) return;
    state.updates = left;
    world.changed();
  }

  function confirm(offset: number): void {
    dropExpired();
    if (offset < 0) {
      const first = state.updates.at(offset)?.update.update_id ?? 0;
      return forget(({ update }) => update.update_id >= first);
    }
    const isMistake = offset > state.next.updateId + offsetSlack;
    const confirms = !isMistake && state.updates.some(({ update }) => update.update_id < offset);
    if (confirms) forget(({ update }) => update.update_id >= offset);
  }

  async function conflictAfterPause(reason: string, signal: AbortSignal): Promise<ApiError> {
    const early = clock.now() < nextConflictMs;
    if (early) await clock.sleep(settings.conflictPaceMs, signal);
    else nextConflictMs = clock.now() + settings.conflictPaceMs;
    return conflict(reason);
  }

  function endPoll(reason: string): void {
    turn += 1;
    endReason = reason;
    world.watch.changed();
  }

  return {
    push,
    endPoll,
    conflict: conflictAfterPause,
    async poll({ offset, limit, timeoutMs }, signal) {
      endPoll(otherPoll);
      const mine = turn;
      confirm(offset);
      await world.watch.until(() => turn !== mine || state.updates.length > 0, timeoutMs, signal);
      if (turn !== mine) throw await conflictAfterPause(endReason, signal);
      return state.updates.slice(0, limit).map(({ update }) => update);
    },
    pending() {
      dropExpired();
      return state.updates;
    },
    newerThan: (updateId) => state.updates.slice(state.updates.findLastIndex(isUpTo(updateId)) + 1),
    isPending: (queued) => !isExpired(queued, settings, clock.now()) && state.updates.includes(queued),
    delivered: (updateId) => forget(({ update }) => update.update_id !== updateId),
    clear() {
      state.updates = [];
      world.changed();
    },
  };
}

function isUpTo(updateId: number): (queued: QueuedUpdate) => boolean {
  return ({ update }) => update.update_id <= updateId;
}

function isAllowed(allowed: readonly string[] | null, content: UpdateContent): boolean {
  const kind = Object.keys(content)[0] ?? '';
  return allowed === null ? !onRequest.has(kind) : allowed.includes(kind);
}
