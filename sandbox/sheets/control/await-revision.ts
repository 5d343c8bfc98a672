import { z } from 'zod';
import type { Watch } from '../../watch.ts';
import type { Store } from '../store.ts';

const longestWaitSeconds = 60;

const Query = z.object({
  after: z.coerce.number().int().min(0).optional(),
  wait: z.coerce.number().min(0).default(0),
});

export type RevisionRequest = { spreadsheetId: string; query: URLSearchParams; signal: AbortSignal };

/**
 * The revision of a workbook: at once, or with `?after=REVISION&wait=SECONDS` as soon as it is another one, at the
 * latest after `wait`. Throws a ZodError for a query that is wrong, and the 404.
 */
export async function awaitRevision(
  { store, watch }: { store: Store; watch: Watch },
  { spreadsheetId, query, signal }: RevisionRequest,
): Promise<number> {
  const { after, wait } = Query.parse(Object.fromEntries(query));
  // Refused now rather than inside the wait.
  store.get(spreadsheetId);
  const isGone = () => !store.all().some((book) => book.spreadsheetId === spreadsheetId);
  const isNews = () => isGone() || store.revision(spreadsheetId) !== after;
  await watch.until(isNews, Math.min(wait, longestWaitSeconds) * 1_000, signal);
  return store.revision(spreadsheetId);
}
