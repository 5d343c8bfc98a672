import type { BotApi } from '../bot-api.ts';
import type { QueuedUpdate, Webhook } from '../state.ts';
import type { World } from '../world.ts';
import { laneOf } from './lane.ts';
import { postUpdate, type Outcome } from './post.ts';
import type { Updates } from './queue.ts';

type Sending = {
  world: World;
  updates: Updates;
  botApi: BotApi;
  /** Whether a fault takes the answer that has just come. */
  loseAnswer: () => boolean;
  /** Where a failure of the emulator itself is told. */
  onError: (error: unknown) => void;
};

/**
 * Posts pending updates to the webhook while there is one: those of one lane one after the other, lanes side by side.
 * What is not answered with 2xx is sent again, at once the first time, then after delays that double.
 */
export function createWebhookSender(sending: Sending): { close: () => Promise<void> } {
  const { world, updates, botApi, loseAnswer, onError } = sending;
  const { state, settings, clock } = world;
  const closing = new AbortController();
  const lanes = new Map<string, Promise<void>>();

  function pump(): void {
    const { webhook } = state;
    if (!webhook || closing.signal.aborted) return;
    for (const queued of updates.pending()) {
      if (lanes.size >= webhook.maxConnections) return;
      const lane = laneOf(queued.update);
      if (lanes.has(lane)) continue;
      const delivery = deliver(queued, webhook)
        .catch(onError)
        .then(() => {
          lanes.delete(lane);
          pump();
        });
      lanes.set(lane, delivery);
    }
  }

  /** Until the update is delivered or no longer due: the webhook changed, the update is gone, we close. */
  async function deliver(queued: QueuedUpdate, webhook: Webhook): Promise<void> {
    const over = new AbortController();
    const isDue = () => !closing.signal.aborted && state.webhook === webhook && updates.pending().includes(queued);
    // An old webhook may take its time to answer; the new one must not wait for that.
    const stop = world.watch.listen(() => {
      if (!isDue()) over.abort();
    });
    const signal = AbortSignal.any([closing.signal, over.signal]);
    for (let failures = 0; isDue(); failures += 1) {
      const outcome = await post(queued, webhook, signal);
      if (!isDue()) break;
      if (outcome.ok) {
        updates.delivered(queued.update.update_id);
        if (outcome.call) await botApi.invoke(outcome.call);
        break;
      }
      webhook.lastError = { date: world.date(), message: outcome.error };
      world.changed();
      await clock.sleep(outcome.retryAfterMs || resendDelayMs(failures), signal);
    }
    stop();
  }

  async function post({ update }: QueuedUpdate, webhook: Webhook, signal: AbortSignal): Promise<Outcome> {
    const inTime = AbortSignal.timeout(settings.webhookAnswerMs);
    const outcome = await postUpdate(update, webhook, AbortSignal.any([signal, inTime]));
    const isLost = outcome.ok && loseAnswer();
    return isLost ? { ok: false, error: 'Webhook connection closed', retryAfterMs: 0 } : outcome;
  }

  function resendDelayMs(failures: number): number {
    if (failures === 0) return 0;
    return Math.min(settings.webhookResendMs * 2 ** failures, settings.webhookResendMaxMs);
  }

  const stop = world.watch.listen(pump);
  pump();
  return {
    async close() {
      stop();
      closing.abort();
      await Promise.all(lanes.values());
    },
  };
}
