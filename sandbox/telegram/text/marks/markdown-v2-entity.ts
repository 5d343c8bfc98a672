import type { ParsedEntity } from '../entity.ts';
import { linkEntity } from '../links/link.ts';
import { isEscape, type OpenMark } from './markdown-v2-mark.ts';
import { byteOffset, cannotParse } from './parse-error.ts';
import { linkedEmoji, linkedTime } from '../links/tg-link.ts';

type Closed = { entity: ParsedEntity | undefined; end: number };

const plain: Partial<Record<OpenMark['name'], { type: string; width: number }>> = {
  Bold: { type: 'bold', width: 1 },
  Italic: { type: 'italic', width: 1 },
  Underline: { type: 'underline', width: 2 },
  Strikethrough: { type: 'strikethrough', width: 1 },
  Spoiler: { type: 'spoiler', width: 2 },
  Code: { type: 'code', width: 1 },
  Pre: { type: 'pre', width: 3 },
  PreCode: { type: 'pre', width: 3 },
};

/** What the mark that ends at `at` stands for, and where its end mark is over. */
export function closedEntity(source: string, at: number, content: { mark: OpenMark; inner: string }): Closed {
  const { mark, inner } = content;
  const span = { offset: mark.offset, length: inner.length };
  const simple = plain[mark.name];
  if (simple) {
    const language = mark.language === '' ? {} : { language: mark.language };
    return { entity: { type: simple.type, ...span, ...language }, end: at + simple.width };
  }
  const hasAddress = source.charAt(at + 1) === '(';
  if (mark.name === 'CustomEmoji') {
    if (!hasAddress) throw cannotParse('The entity must contain a tg://emoji or tg://time URL');
    const { address, end } = readAddress(source, at + 2);
    return { entity: { ...span, ...emojiOrTime(address) }, end };
  }
  if (!hasAddress) return { entity: linkEntity(inner, span), end: at + 1 };
  const { address, end } = readAddress(source, at + 2);
  return { entity: linkEntity(address, span), end };
}

function emojiOrTime(address: string): Omit<ParsedEntity, 'offset' | 'length'> {
  const emoji = linkedEmoji(address);
  if (emoji !== undefined) return { type: 'custom_emoji', custom_emoji_id: emoji };
  const time = linkedTime(address);
  if (!time) throw cannotParse('Invalid tg://emoji or tg://time URL specified');
  return { type: 'date_time', ...time };
}

function readAddress(source: string, start: number): { address: string; end: number } {
  let address = '';
  let at = start;
  while (at < source.length && source.charAt(at) !== ')') {
    const width = isEscape(source, at) ? 2 : 1;
    address += source.charAt(at + width - 1);
    at += width;
  }
  if (at >= source.length) throw cannotParse(`Can't find end of a URL at ${byteOffset(source, start)}`);
  return { address, end: at + 1 };
}
