import type { ParsedEntity } from '../entity.ts';

const mention = /(?<![\p{L}\p{N}_])@(\w{2,32})(?![\p{L}\p{N}_])/gu;
/** `/command` or `/command@bot`, not inside a word, a path or a tag. */
const command = /(?<![\p{L}\p{N}_/<>])\/\w{1,64}(?:@\w{3,32}|(?!@))(?![\p{L}\p{N}_/<>])/gu;

/** Names of fewer than four letters that belong to bots of Telegram. */
const shortNames = new Set(['gif', 'nft', 'pic', 'ufc', 'vid']);

export function findNames(text: string): ParsedEntity[] {
  const mentions = [...text.matchAll(mention)].filter(([, name = '']) => {
    return name.length >= 4 || shortNames.has(name.toLowerCase());
  });
  return [
    ...mentions.map((found) => ({ type: 'mention', offset: found.index, length: found[0].length })),
    ...[...text.matchAll(command)].map((found) => ({
      type: 'bot_command',
      offset: found.index,
      length: found[0].length,
    })),
  ];
}
