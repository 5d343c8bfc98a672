import type { BotApi } from '../bot-api.ts';
import type { QueuedUpdate, Webhook } from '../state.ts';
import type { World } from '../world.ts';
import { laneOf } from './lane.ts';
import { postUpdate, type Outcome } from './post.ts';
import type { Updates } from './queue.ts';

export type Delivering = {
  world: World;
  updates: Updates;
  botApi: BotApi;
  /** Whether a fault takes the answer that has just come. */
  loseAnswer: () => boolean;
  /** Where a failure of the emulator itself is told. */
  onError: (error: unknown) => void;
};

/** The deliveries to one webhook, from when it is set until another or none is. */
export type Deliveries = {
  readonly webhook: Webhook;
  /** Takes up what is new in the queue. */
  take: () => void;
  /** What is being delivered stays pending. Resolves when nothing runs any more. */
  stop: () => Promise<void>;
};

/** `failures`: of its first update. A lane that rests holds no connection. */
type Lane = { waiting: QueuedUpdate[]; failures: number; doing: 'nothing' | 'posting' | 'resting' };

export function createDeliveries(given: Delivering, webhook: Webhook): Deliveries {
  const { world, updates, botApi, loseAnswer, onError } = given;
  const { settings, clock } = world;
  const over = new AbortController();
  const lanes = new Map<string, Lane>();
  const running = new Set<Promise<void>>();
  let connections = 0;
  let newestTaken = -Infinity;

  function take(): void {
    for (const queued of updates.newerThan(newestTaken)) {
      newestTaken = queued.update.update_id;
      const name = laneOf(queued.update);
      const lane = lanes.get(name);
      if (lane) lane.waiting.push(queued);
      else lanes.set(name, { waiting: [queued], failures: 0, doing: 'nothing' });
    }
    begin();
  }

  /** Gives the free connections to lanes that have something to send. */
  function begin(): void {
    for (const [name, lane] of lanes) {
      if (over.signal.aborted || connections >= webhook.maxConnections) return;
      if (lane.doing !== 'nothing') continue;
      const first = firstDue(lane);
      if (first) run(lane, deliver(lane, first));
      else lanes.delete(name);
    }
  }

  function firstDue({ waiting }: Lane): QueuedUpdate | undefined {
    while (waiting[0] && !updates.isPending(waiting[0])) waiting.shift();
    return waiting[0];
  }

  function run(lane: Lane, delivery: Promise<void>): void {
    const ended = delivery.catch(onError).then(() => {
      running.delete(ended);
      lane.doing = 'nothing';
      begin();
    });
    running.add(ended);
  }

  async function deliver(lane: Lane, { update }: QueuedUpdate): Promise<void> {
    lane.doing = 'posting';
    connections += 1;
    const inTime = AbortSignal.timeout(settings.webhookAnswerMs);
    const outcome = await postUpdate(update, webhook, AbortSignal.any([over.signal, inTime])).finally(() => {
      connections -= 1;
    });
    if (over.signal.aborted) return;
    if (!outcome.ok || loseAnswer()) return rest(lane, outcome);
    lane.failures = 0;
    updates.delivered(update.update_id);
    if (outcome.call) await botApi.invoke(outcome.call);
  }

  /** Until it is time to send the same update again. */
  async function rest(lane: Lane, outcome: Outcome): Promise<void> {
    const { error, retryAfterMs } = outcome.ok ? lostAnswer : outcome;
    lane.doing = 'resting';
    webhook.lastError = { date: world.date(), message: error };
    world.changed();
    begin();
    await clock.sleep(retryAfterMs || resendDelayMs(lane.failures), over.signal);
    lane.failures += 1;
  }

  function resendDelayMs(failures: number): number {
    if (failures === 0) return 0;
    return Math.min(settings.webhookResendMs * 2 ** failures, settings.webhookResendMaxMs);
  }

  return {
    webhook,
    take,
    async stop() {
      over.abort();
      await Promise.all(running);
    },
  };
}

const lostAnswer = { error: 'Webhook connection closed', retryAfterMs: 0 };
