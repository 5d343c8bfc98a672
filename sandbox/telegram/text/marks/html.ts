import { checkedFormat } from '../date-format.ts';
import { inOrder, type ParsedEntity, type ParsedText } from '../entity.ts';
import { htmlError, readReference, readStartTag, skipSpace, type StartTag } from './html-tag.ts';
import { linkEntity } from '../links/link.ts';
import { cannotParse } from './parse-error.ts';
import { isEmojiId } from '../links/tg-link.ts';

type OpenTag = StartTag & { offset: number };
type Span = { offset: number; length: number };

/** Telegram's HTML: the text without its tags, and where each of them applied. Throws the server's errors. */
export function parseHtml(html: string): ParsedText {
  const open: OpenTag[] = [];
  const entities: ParsedEntity[] = [];
  let text = '';
  let at = 0;
  while (at < html.length) {
    const reference = html[at] === '&' ? readReference(html, at) : undefined;
    if (reference) {
      text += reference.text;
      at = reference.end;
    } else if (html[at] !== '<') {
      text += html[at++];
    } else if (html[at + 1] === '/') {
      const closed = readEndTag(html, at, open);
      addEntity(entities, closed.tag, text);
      at = closed.end;
    } else {
      const tag = readStartTag(html, at);
      open.push({ ...tag, offset: text.length });
      at = tag.end;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  return { text, entities: inOrder(entities.map(withoutStrayLanguage)) };
}

/** Closes the innermost open tag; an end tag may leave its name out. */
function readEndTag(html: string, start: number, open: OpenTag[]): { tag: OpenTag; end: number } {
  const tag = open.pop();
  if (!tag) throw htmlError(html, start, (at) => `Unexpected end tag at ${at}`);
  const head = /[^\s>]*/y;
  head.lastIndex = start + 2;
  const name = (head.exec(html)?.[0] ?? '').toLowerCase();
  const end = skipSpace(html, head.lastIndex);
  if (html[end] !== '>') throw htmlError(html, start, (at) => `Unclosed end tag at ${at}`);
  if (name !== '' && name !== tag.name) {
    throw htmlError(html, start, (at) => `Unmatched end tag at ${at}, expected "</${tag.name}>", found "</${name}>"`);
  }
  return { tag, end: end + 1 };
}

const plainTypes: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
};

function addEntity(entities: ParsedEntity[], tag: OpenTag, text: string): void {
  const span = { offset: tag.offset, length: text.length - tag.offset };
  if (span.length === 0) return;
  if (tag.name === 'pre' || tag.name === 'code') return addCode(entities, tag, span);
  const entity = entityOf(tag, span, text.slice(tag.offset));
  if (entity) entities.push(entity);
}

function entityOf(tag: OpenTag, span: Span, content: string): ParsedEntity | undefined {
  const plain = plainTypes[tag.name];
  if (plain !== undefined) return { ...span, type: plain };
  if (tag.name === 'blockquote') {
    return { ...span, type: tag.argument === '' ? 'blockquote' : 'expandable_blockquote' };
  }
  if (tag.name === 'tg-emoji') {
    if (!isEmojiId(tag.argument)) throw cannotParse('Invalid custom emoji identifier specified');
    return { ...span, type: 'custom_emoji', custom_emoji_id: tag.argument };
  }
  if (tag.name === 'tg-time') return timeOf(tag, span);
  return linkEntity(tag.argument === '' ? content : tag.argument, span);
}

/** A moment that is none is left as text, but a format that is none is an error. */
function timeOf({ argument, unixTime }: OpenTag, span: Span): ParsedEntity | undefined {
  const format = checkedFormat(argument);
  if (format === undefined) throw cannotParse('Invalid date format used');
  if (unixTime <= 0) return undefined;
  return { ...span, type: 'date_time', unix_time: unixTime, date_time_format: format };
}

/** `<pre><code class="language-x">`, in either order of nesting, is one block with a language. */
function addCode(entities: ParsedEntity[], tag: OpenTag, span: Span): void {
  const inner = entities.at(-1);
  const same = inner !== undefined && inner.offset === span.offset && inner.length === span.length;
  if (same && tag.name === 'pre' && inner.type === 'code' && inner.language !== undefined) {
    inner.type = 'pre';
    return;
  }
  if (same && tag.name === 'code' && inner.type === 'pre' && tag.argument !== '') {
    inner.language = tag.argument;
    return;
  }
  entities.push({
    ...span,
    type: tag.name,
    ...(tag.name === 'code' && tag.argument !== '' && { language: tag.argument }),
  });
}

function withoutStrayLanguage(entity: ParsedEntity): ParsedEntity {
  if (entity.type !== 'code') return entity;
  return { type: 'code', offset: entity.offset, length: entity.length };
}
