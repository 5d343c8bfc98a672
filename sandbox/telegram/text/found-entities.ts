import type { MessageEntity } from '../message.ts';

/**
 * What the server finds in a text by itself. Its own rules are long (every top-level domain, card and phone numbers);
 * these are the kinds that a bot's text and a person's message usually hold. An address needs its `http(s)://`.
 */
const patterns: readonly { type: string; pattern: RegExp }[] = [
  { type: 'url', pattern: /(?<![\w@.])https?:\/\/[^\s<>"'«»]+[^\s<>"'«».,:;!?)\]]/gi },
  { type: 'email', pattern: /(?<![\w@.])[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?![\w@])/gi },
  { type: 'bot_command', pattern: /(?<![\w/<>])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])/g },
  { type: 'mention', pattern: /(?<![\w@.+-])@[A-Za-z]\w{3,31}(?![\w@])/g },
  { type: 'hashtag', pattern: /(?<![\w#/])#(?=[^\s#]*\p{L})[\p{L}\p{N}_]{1,256}/gu },
];

const opaque = new Set(['code', 'pre', 'text_link', 'text_mention', 'custom_emoji']);

/** The entities of `text` that `given` does not already cover with code or links, and that do not overlap each other. */
export function findEntities(text: string, given: readonly MessageEntity[] = []): MessageEntity[] {
  // Most messages hold none of these characters; the five searches below are not worth running then.
  if (!/[/@#]/.test(text)) return [];
  const covered = given.filter((entity) => opaque.has(entity.type));
  const found: MessageEntity[] = [];
  for (const { type, pattern } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      if (![...covered, ...found].some((other) => overlap(entity, other))) found.push(entity);
    }
  }
  return found;
}

function overlap(one: MessageEntity, other: MessageEntity): boolean {
  return one.offset < other.offset + other.length && other.offset < one.offset + one.length;
}
