import type { ParsedEntity } from '../entity.ts';

/** Letters and digits of any script, with the joiners that some scripts need. */
const letter = String.raw`[\p{L}\p{Nd}_\u200c\u00b7\u0d80-\u0dff]`;
const hashtag = new RegExp(`(?<!${letter})#(${letter}+)(?!${letter})(@\\w{3,32}(?!\\w))?(?!#)`, 'gu');
const cashtag = new RegExp(`(?<!${letter}|\\$)\\$(?:1INCH|[A-Z]{1,8})(?:@\\w{3,32})?(?!${letter}|\\$)`, 'gu');

const longest = 256;

/** `#tag` needs a letter and may name a chat; `$TAG` is a few capitals. */
export function findHashtags(text: string): ParsedEntity[] {
  const hashtags = [...text.matchAll(hashtag)].flatMap(({ index, 0: whole, 1: tag = '' }) => {
    const characters = Array.from(tag);
    const kept = characters.slice(0, longest).join('');
    if (!/\p{L}/u.test(kept)) return [];
    const length = characters.length > longest ? 1 + kept.length : whole.length;
    return [{ type: 'hashtag', offset: index, length }];
  });
  const cashtags = [...text.matchAll(cashtag)].map((found) => ({
    type: 'cashtag',
    offset: found.index,
    length: found[0].length,
  }));
  return [...hashtags, ...cashtags];
}
