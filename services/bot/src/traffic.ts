import { Counter, Histogram, type Registry } from '@opsheet/shared/runtime/metrics';

/** What is counted of the work for people. */
export type Traffic = {
  handled: (outcome: 'done' | 'failed' | 'direct', durationMs: number) => void;
};

export function traffic(registry: Registry): Traffic {
  const updates = new Counter({
    name: 'opsheet_bot_updates_total',
    help: 'Telegram updates handled: done, failed with an apology, or answered directly while PostgreSQL was away',
    labelNames: ['outcome'],
    registers: [registry],
  });
  const latency = new Histogram({
    name: 'opsheet_bot_answer_seconds',
    help: 'From taking an update in hand to its last answer',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30],
    registers: [registry],
  });
  return {
    handled(outcome, durationMs) {
      updates.inc({ outcome });
      latency.observe(durationMs / 1000);
    },
  };
}
