import { z } from 'zod';
import type { Watch } from '../../watch.ts';
import type { Store } from '../store.ts';
import { checked, ok, problem } from './answer.ts';
import type { ControlAnswer, ControlRequest } from './answer.ts';
import { awaitRevision } from './await-revision.ts';

const Change = z.strictObject({ sortLeavesMetadata: z.boolean() });
const usage = 'POST /control/spreadsheets/{id} takes {sortLeavesMetadata}';

type Books = { store: Store; watch: Watch };

/** The addresses of one workbook; undefined for others. */
export async function answerWorkbookControl(books: Books, request: ControlRequest): Promise<ControlAnswer | undefined> {
  const spreadsheetId = /^\/control\/spreadsheets\/([^/]+)$/.exec(request.path)?.[1];
  if (spreadsheetId === undefined) return undefined;
  if (request.method === 'GET') return answerRevision(books, { ...request, spreadsheetId });
  if (request.method !== 'POST') return undefined;
  const { store } = books;
  const { owner } = store.get(spreadsheetId);
  return checked({ schema: Change, body: request.body, usage }, ({ sortLeavesMetadata }) =>
    store.edit(spreadsheetId, owner, ({ book }) => {
      book.sortLeavesMetadata = sortLeavesMetadata;
    }),
  );
}

async function answerRevision(
  books: Books,
  request: ControlRequest & { spreadsheetId: string },
): Promise<ControlAnswer> {
  try {
    return ok({ revision: await awaitRevision(books, request) });
  } catch (error) {
    if (error instanceof z.ZodError) return problem(400, `${z.prettifyError(error)}\n?after=REVISION&wait=SECONDS`);
    throw error;
  }
}
