import { startSheets } from '../../../sheets/emulator.ts';
import { sameAnswer } from './compare.ts';
import type { Answered } from './compare.ts';
import { learnIds, textWithOurIds, withOurIds } from './ids.ts';
import type { Ids } from './ids.ts';
import type { Pair, Session } from './recording.ts';

export type Miss = { recording: string; request: string; expected: Answered; got: Answered };
export type Result = { matched: number; misses: Miss[] };

/** Sends the requests of a session in order to an emulator of its own and compares every answer with the recorded one. */
export async function replay({ recording, pairs }: Session): Promise<Result> {
  await using emulator = await startSheets({ port: 0, quota: { enabled: false } });
  const ids: Ids = new Map();
  const misses: Miss[] = [];
  for (const pair of pairs) {
    const got = await send(emulator.url, pair, ids);
    learnIds(ids, pair.answer, got.answer);
    const expected = { status: pair.status, answer: withOurIds(pair.answer, ids) };
    if (!sameAnswer(pair, expected, got))
      misses.push({ recording, request: `${pair.method} ${pair.path} ${pair.body}`, expected, got });
  }
  return { matched: pairs.length - misses.length, misses };
}

async function send(url: string, { method, path, body }: Pair, ids: Ids): Promise<Answered> {
  const response = await fetch(url + textWithOurIds(path, ids), {
    method,
    headers: { authorization: 'Bearer recorder@example.test', 'content-type': 'application/json' },
    ...(body !== '' && { body: JSON.stringify(withOurIds(JSON.parse(body), ids)) }),
  });
  const text = await response.text();
  return { status: response.status, answer: text === '' ? undefined : JSON.parse(text) };
}
