import type { Bus } from '@opsheet/shared/bus/bus';
import type { Database } from '@opsheet/shared/database/open';
import type { Clock } from '@opsheet/shared/runtime/clock';
import { type Health, natsCheck, postgresCheck } from '@opsheet/shared/runtime/health';
import type { Runner } from './runner.ts';

/** A last good pass older than this, or than two intervals, is unhealthy (ms; the rule of the original). */
const oldestMs = 600_000;

type HealthMeans = { runner: Runner; database: Database; bus: Bus; clock: Clock; intervalSeconds: number };

export function syncHealth({ runner, database, bus, clock, intervalSeconds }: HealthMeans): Health {
  const startedAt = clock.now();
  const limitMs = Math.max(oldestMs, 2 * intervalSeconds * 1000);
  const ageMs = () => clock.now() - (runner.state().lastGoodAt ?? startedAt);
  return {
    ready: () => runner.state().lastReport !== null || runner.state().failures > 0,
    checks: [
      {
        name: 'sync',
        look() {
          const { lastGoodAt, failures } = runner.state();
          const last =
            lastGoodAt === null ? 'no pass has gone through yet' : `last good pass ${Math.round(ageMs() / 1000)} s ago`;
          const detail = failures > 0 ? `${last}; ${failures} failed since, see the log for "Sync cycle failed"` : last;
          return { ok: ageMs() <= limitMs, detail };
        },
      },
      postgresCheck(() => database.em().execute('select 1')),
      natsCheck(bus.state),
    ],
    facts: () => ({ lastSync: isoOrNull(runner.state().lastGoodAt), consecutiveFailures: runner.state().failures }),
  };
}

const isoOrNull = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
