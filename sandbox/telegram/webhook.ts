import { ApiError } from './api-error.ts';
import type { BotApi } from './bot-api.ts';
import { readParameters, textOf, type CallParameters } from './call-parameters.ts';
import type { Update } from './message.ts';
import type { QueuedUpdate, Webhook } from './state.ts';
import type { Updates } from './updates.ts';
import type { World } from './world.ts';

type Outcome = { ok: true; call: CallParameters | undefined } | { ok: false; error: string; retryAfterMs: number };

type Sending = {
  world: World;
  updates: Updates;
  botApi: BotApi;
  /** Whether a fault takes the answer that has just come. */
  loseAnswer: () => boolean;
};

/** Methods that an answer to a webhook may not name; neither may it name one that gets something. */
const notInReply = new Set(['', 'deletewebhook', 'setwebhook', 'close', 'logout']);

/**
 * Posts pending updates to the webhook while there is one: those of one chat one after the other, chats side by side.
 * What is not answered with 2xx is sent again, at once the first time, then after delays that double.
 */
export function createWebhookSender({ world, updates, botApi, loseAnswer }: Sending): { close: () => Promise<void> } {
  const { state, settings, clock } = world;
  const closing = new AbortController();
  const lanes = new Map<number, Promise<void>>();

  function pump(): void {
    const { webhook } = state;
    if (!webhook || closing.signal.aborted) return;
    for (const queued of updates.pending()) {
      if (lanes.size >= webhook.maxConnections) return;
      const chat = chatOf(queued.update);
      if (lanes.has(chat)) continue;
      const delivery = deliver(queued, webhook).then(() => {
        lanes.delete(chat);
        pump();
      });
      lanes.set(chat, delivery);
    }
  }

  /** Until the update is delivered, or no longer to be: the webhook changed, the update is gone, we close. */
  async function deliver(queued: QueuedUpdate, webhook: Webhook): Promise<void> {
    for (let failures = 0; isDue(queued, webhook); failures += 1) {
      const outcome = await post(queued.update, webhook);
      if (closing.signal.aborted) return;
      if (outcome.ok) {
        updates.delivered(queued.update.update_id);
        if (outcome.call) await botApi.invoke(outcome.call);
        return;
      }
      webhook.lastError = { date: world.date(), message: outcome.error };
      world.changed();
      const delayMs = outcome.retryAfterMs || resendDelayMs(failures);
      await world.watch.until(() => !isDue(queued, webhook), delayMs, closing.signal);
    }
  }

  function isDue(queued: QueuedUpdate, webhook: Webhook): boolean {
    const isYoung = clock.now() - queued.atMs < settings.updateLifetimeMs;
    return !closing.signal.aborted && state.webhook === webhook && isYoung && updates.pending().includes(queued);
  }

  function resendDelayMs(failures: number): number {
    if (failures === 0) return 0;
    return Math.min(settings.webhookResendMs * 2 ** failures, settings.webhookResendMaxMs);
  }

  async function post(update: Update, webhook: Webhook): Promise<Outcome> {
    try {
      const response = await fetch(webhook.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(webhook.secret !== '' && { 'x-telegram-bot-api-secret-token': webhook.secret }),
        },
        body: JSON.stringify(update),
        redirect: 'manual',
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(settings.webhookAnswerMs)]),
      });
      const outcome = await outcomeOf(response);
      return loseAnswer() ? { ok: false, error: 'Webhook connection closed', retryAfterMs: 0 } : outcome;
    } catch (error) {
      return { ok: false, error: connectionError(error), retryAfterMs: 0 };
    }
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

async function outcomeOf(response: Response): Promise<Outcome> {
  const body = Buffer.from(await response.arrayBuffer());
  if (!response.ok) {
    const error = `Wrong response from the webhook: ${response.status} ${response.statusText}`;
    return { ok: false, error, retryAfterMs: 1000 * (Number(response.headers.get('retry-after')) || 0) };
  }
  return { ok: true, call: callIn(body, response.headers.get('content-type') ?? '') };
}

/** The method that the bot calls by its answer, if it does. */
function callIn(body: Buffer, contentType: string): CallParameters | undefined {
  try {
    const parameters = readParameters(new URLSearchParams(), body, contentType);
    const method = textOf(parameters, 'method').toLowerCase();
    return notInReply.has(method) || method.startsWith('get') ? undefined : parameters;
  } catch (error) {
    // An answer that is no call, such as "OK" declared as JSON, is simply an answer.
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}

function connectionError(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return 'Read timeout expired';
  const cause = error instanceof Error ? error.cause : undefined;
  const isRefused = cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED';
  return isRefused ? 'Connection refused' : 'Webhook connection closed';
}

function chatOf(update: Update): number {
  if ('message' in update) return update.message.chat.id;
  if ('edited_message' in update) return update.edited_message.chat.id;
  if ('callback_query' in update) return update.callback_query.from.id;
  if ('pre_checkout_query' in update) return update.pre_checkout_query.from.id;
  return update.my_chat_member.chat.id;
}
