import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** A request as it was sent to Google and what Google answered. `path` is as sent, percent-encoded, with the query. */
export type Pair = { method: string; path: string; body: string; status: number; answer: unknown };
/** The life of a workbook or two, from the request that creates the first one on. */
export type Session = { recording: string; pairs: Pair[] };

const Interaction = z.object({
  request: z.object({ method: z.string(), uri: z.url(), body: z.string().nullable() }),
  response: z.object({ status: z.object({ code: z.int() }), body: z.object({ string: z.string() }) }),
});
const Recording = z.object({ version: z.literal(1), interactions: z.array(Interaction) });

/** All sessions of the recordings in a folder; undefined when there is no such folder. */
export async function readSessions(folder: string): Promise<Session[] | undefined> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!names) return undefined;
  const recordings = names.filter((name) => name.endsWith('.json')).toSorted();
  const sessions = await Promise.all(recordings.map((name) => readRecording(folder, name)));
  return sessions.flat();
}

async function readRecording(folder: string, name: string): Promise<Session[]> {
  const { interactions } = Recording.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
  return splitSessions(interactions.map(toPair)).map((pairs) => ({ recording: name.replace('.json', ''), pairs }));
}

function toPair({ request, response }: z.output<typeof Interaction>): Pair {
  const text = response.body.string;
  return {
    method: request.method,
    path: request.uri.slice(new URL(request.uri).origin.length),
    body: request.body ?? '',
    status: response.status.code,
    answer: text === '' ? undefined : JSON.parse(text),
  };
}

/** A recording made again was added to its file: see the README beside the recordings for where a session begins. */
function splitSessions(pairs: readonly Pair[]): Pair[][] {
  const sessions: Pair[][] = [];
  const living = new Set<string>();
  for (const pair of pairs) {
    const current = sessions.at(-1);
    const created = createdId(pair);
    const isAgain =
      current?.[0]?.path === pair.path && current[0].body === pair.body && current[0].method === pair.method;
    if (!current || isAgain || (created !== undefined && living.size === 0)) {
      sessions.push([pair]);
      living.clear();
    } else current.push(pair);
    if (created !== undefined) living.add(created);
    if (pair.method === 'DELETE') living.delete(/files\/([^?]+)/.exec(pair.path)?.[1] ?? '');
  }
  return sessions;
}

const Created = z.object({ id: z.string() });

const createdId = ({ method, path, answer }: Pair) =>
  method === 'POST' && path.startsWith('/drive/v3/files') ? Created.safeParse(answer).data?.id : undefined;
