import { z } from 'zod';

/** Ids that the server chose: recorded → the emulator's. */
export type Ids = Map<string | number, string | number>;

const Reply = z.object({
  addSheet: z.object({ properties: z.object({ sheetId: z.int() }) }).optional(),
  addNamedRange: z.object({ namedRange: z.object({ namedRangeId: z.string() }) }).optional(),
  addProtectedRange: z.object({ protectedRange: z.object({ protectedRangeId: z.int() }) }).optional(),
});
const Answer = z.object({ id: z.string().optional(), replies: z.array(Reply).optional() });

/** Learns the ids that an answer makes known; its place in the recorded answer and in ours is the same. */
export function learnIds(ids: Ids, recorded: unknown, ours: unknown): void {
  const [theirs, own] = [idsIn(recorded), idsIn(ours)];
  for (const [index, id] of theirs.entries()) {
    const match = own[index];
    if (match !== undefined && typeof match === typeof id) ids.set(id, match);
  }
}

function idsIn(answer: unknown): (string | number)[] {
  const { id, replies = [] } = Answer.safeParse(answer).data ?? {};
  const chosen = replies.map(
    ({ addSheet, addNamedRange, addProtectedRange }) =>
      addSheet?.properties.sheetId ??
      addNamedRange?.namedRange.namedRangeId ??
      addProtectedRange?.protectedRange.protectedRangeId,
  );
  return [id, ...chosen].filter((one) => one !== undefined);
}

const idKeys = new Set(['sheetId', 'namedRangeId', 'protectedRangeId']);

/** The value with our ids in place of the recorded ones: at the keys of ids, and inside of texts. */
export function withOurIds(value: unknown, ids: Ids, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => withOurIds(item, ids, key));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withOurIds(part, ids, name)]));
  }
  if (idKeys.has(key) && (typeof value === 'string' || typeof value === 'number')) return ids.get(value) ?? value;
  return typeof value === 'string' ? textWithOurIds(value, ids) : value;
}

/** Only ids of workbooks are long enough to be found in a text. */
export function textWithOurIds(text: string, ids: Ids): string {
  const long = [...ids].filter(([id]) => typeof id === 'string' && id.length > 20);
  return long.reduce((result, [recorded, ours]) => result.replaceAll(String(recorded), String(ours)), text);
}
