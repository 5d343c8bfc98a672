import type { Bus } from '@opsheet/shared/bus/bus';
import type { Database } from '@opsheet/shared/database/open';
import { type Health, natsCheck, postgresCheck } from '@opsheet/shared/runtime/health';
import type { Clock } from '@opsheet/shared/runtime/clock';
import type { Sweeper } from './sweeper.ts';

type HealthMeans = { sweeper: Sweeper; database: Database; bus: Bus; clock: Clock; intervalSeconds: number };

/** Unhealthy when the deadlines have not been looked at for two intervals. */
export function expiryHealth({ sweeper, database, bus, clock, intervalSeconds }: HealthMeans): Health {
  const startedAt = clock.now();
  return {
    ready: () => sweeper.state().runs > 0,
    checks: [
      {
        name: 'deadlines',
        look() {
          const ageMs = clock.now() - (sweeper.state().lastGoodAt ?? startedAt);
          return {
            ok: ageMs <= 2 * intervalSeconds * 1000,
            detail: `last looked at ${Math.round(ageMs / 1000)} s ago`,
          };
        },
      },
      postgresCheck(() => database.em().execute('select 1')),
      natsCheck(bus.state),
    ],
  };
}
