import { isDeepStrictEqual } from 'node:util';
import type { Pair } from './recording.ts';

export type Answered = { status: number; answer: unknown };

/** Is our answer the recorded one, in everything that the recordings vouch for? */
export function sameAnswer(pair: Pick<Pair, 'path'>, recorded: Answered, ours: Answered): boolean {
  const vouched = pair.path.startsWith('/drive/') ? driveParts : sheetsParts;
  return recorded.status === ours.status && isDeepStrictEqual(vouched(recorded.answer), vouched(ours.answer));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Formatting is the same block everywhere, and the editors of a protected range are whoever made the recording. */
function sheetsParts(value: unknown, key = ''): unknown {
  if (key === 'defaultFormat' || key === 'spreadsheetTheme') return 'left out';
  if (Array.isArray(value)) return key === 'users' ? 'some users' : value.map((item) => sheetsParts(item));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, sheetsParts(part, name)]));
}

const driveKeys = ['kind', 'id', 'name', 'mimeType'];

function driveParts(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const parts = Object.fromEntries(Object.entries(value).filter(([name]) => driveKeys.includes(name)));
  return Array.isArray(value['files']) ? { ...parts, files: value['files'].map(driveParts) } : parts;
}
