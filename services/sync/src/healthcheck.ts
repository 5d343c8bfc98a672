import { Port, readConfig } from '@opsheet/shared/runtime/config';
import { z } from 'zod';

/**
 * `node services/sync/src/healthcheck.ts`: asks the running sync service for its health and ends with 0 or 1 (seed
 * item B25). For cron, systemd and the container's health check.
 */
const { SYNC_PORT, SYNC_HOST } = readConfig(
  z.object({ SYNC_PORT: Port.default(9001), SYNC_HOST: z.string().default('127.0.0.1') }),
  process.env,
);

const Answer = z.object({
  status: z.string(),
  lastSync: z.string().nullable(),
  checks: z.object({ sync: z.object({ ok: z.boolean(), detail: z.string() }) }),
});

async function ask(): Promise<{ ok: boolean; words: string }> {
  let body: unknown;
  try {
    // oxlint-disable-next-line no-restricted-globals -- this command is itself an adapter
    const response = await fetch(`http://${SYNC_HOST}:${SYNC_PORT}/health`, { signal: AbortSignal.timeout(5_000) });
    body = await response.json();
  } catch {
    return { ok: false, words: `ERROR: Sync worker is not running (nothing answers on ${SYNC_HOST}:${SYNC_PORT})` };
  }
  const { lastSync, checks } = Answer.parse(body);
  if (lastSync === null) return { ok: false, words: 'WARNING: No sync cycles found in log' };
  if (!checks.sync.ok) return { ok: false, words: `ERROR: Sync worker is unhealthy: ${checks.sync.detail}` };
  return { ok: true, words: `OK: Sync worker healthy\nLast sync: ${lastSync}` };
}

const { ok, words } = await ask();
process.stdout.write(`${words}\n`);
process.exitCode = ok ? 0 : 1;
