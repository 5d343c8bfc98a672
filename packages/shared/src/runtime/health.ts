/** One thing that a service leans on. `detail` says in words how it stands and, when it is not ok, what to do. */
export type Check = { name: string; look: () => CheckResult | Promise<CheckResult> };
export type CheckResult = { ok: boolean; detail: string };

export type Health = {
  /** True when the process can do its work, perhaps with parts away. */
  ready: () => boolean;
  checks: readonly Check[];
  /** More facts for people, added to the answer of /health. */
  facts?: () => Record<string, unknown>;
};

export type HealthReport = { status: 'ok' | 'degraded'; checks: Record<string, CheckResult> } & Record<string, unknown>;

/** Looks at everything once. A check that throws is not ok. */
export async function lookAt({ checks, facts }: Health): Promise<HealthReport> {
  const entries = await Promise.all(checks.map(async ({ name, look }) => [name, await settled(look)] as const));
  const ok = entries.every(([, result]) => result.ok);
  return { status: ok ? 'ok' : 'degraded', checks: Object.fromEntries(entries), ...facts?.() };
}

async function settled(look: Check['look']): Promise<CheckResult> {
  try {
    return await look();
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

/** `query` is any statement; its failure is the database's. */
export const postgresCheck = (query: () => Promise<unknown>): Check => ({
  name: 'postgres',
  async look() {
    await query();
    return { ok: true, detail: 'answers' };
  },
});

export const natsCheck = (state: () => 'connected' | 'away'): Check => ({
  name: 'nats',
  look: () =>
    state() === 'connected'
      ? { ok: true, detail: 'connected' }
      : { ok: false, detail: 'away: start it, or check NATS_URL' },
});
