import { openSession } from '@opsheet/shared/database/session';
import type { Phrases } from './phrases.ts';
import type { Runner } from './runner.ts';

type OnceMeans = { url: string; runner: Runner; say: Phrases; intervalSeconds: number; signal: AbortSignal };

/** A single pass (`--once`). Throws when it failed, or when another sync process is at work. */
export async function once({ url, runner, say, intervalSeconds, signal }: OnceMeans): Promise<void> {
  say.initialized(intervalSeconds);
  say.onceMode();
  await using session = await openSession({ url, name: 'opsheet sync --once' });
  say.schemaReady();
  if (!(await session.tryLock('opsheet.sync.pass')))
    throw new Error('another sync process is at work: ask it for a pass with `nats req opsheet.sync.run ""`');
  const report = await runner.runOnce(AbortSignal.any([signal, session.lost]));
  if (report.outcome === 'failed') throw new Error(`the pass failed: ${report.reason}`);
  say.onceDone();
}
