import type { BusState } from '@opsheet/shared/bus/bus';
import { openSession } from '@opsheet/shared/database/session';
import { z } from 'zod';
import type { Look } from './part.ts';

const patienceMs = 3_000;

const Health = z.object({
  status: z.string(),
  checks: z.record(z.string(), z.object({ ok: z.boolean(), detail: z.string() })).default({}),
});

/** A service's own /health. */
export const serviceLook = (url: string) => async (): Promise<Look> => {
  const report = Health.parse(await ask(`${url}/health`));
  const checks = Object.entries(report.checks).map(([name, check]) => ({ name, ...check }));
  const wrong = checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`);
  if (report.status === 'ok') return { status: 'well', detail: 'answers, and so does what it leans on', checks };
  return { status: 'in trouble', detail: wrong.join('; ') || report.status, checks };
};

/** Opens a session of its own each time, as a client that comes new would have to. */
export const postgresLook = (url: string) => async (): Promise<Look> => {
  await using session = await openSession({ url, name: 'opsheet desk' });
  const [row] = await session.query<{ sessions: number }>(
    'select count(*)::int as sessions from pg_stat_activity where datname = current_database()',
  );
  return { status: 'well', detail: `answers; ${row?.sessions} sessions are open` };
};

export const natsLook = (state: () => BusState) => async (): Promise<Look> =>
  state() === 'connected'
    ? { status: 'well', detail: 'connected; its messages are in the feed' }
    : { status: 'away', detail: 'there is no connection; the feed goes on when there is one' };

const Stats = z.object({ reads: z.int(), writes: z.int() });

export const sheetsLook = (url: string) => async (): Promise<Look> => {
  const { reads, writes } = Stats.parse(await ask(`${url}/control/stats`));
  return { status: 'well', detail: `answers; ${reads} reads and ${writes} writes so far` };
};

const People = z.object({ people: z.array(z.object({ started: z.boolean(), blocked: z.boolean() })) });

export const telegramLook = (url: string) => async (): Promise<Look> => {
  const { people } = People.parse(await ask(`${url}/control/people`));
  const met = people.filter(({ started }) => started).length;
  return { status: 'well', detail: `answers; ${met} of ${people.length} people have met the bot` };
};

async function ask(address: string): Promise<unknown> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(patienceMs) });
    return await answer.json();
  } catch (cause) {
    throw new Error(`does not answer at ${address}`, { cause });
  }
}
