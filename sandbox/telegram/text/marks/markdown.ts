import { readBlockHead } from './code-block.ts';
import type { ParsedEntity, ParsedText } from '../entity.ts';
import { linkEntity } from '../links/link.ts';
import { byteOffset, cannotParse } from './parse-error.ts';

type Span = { offset: number; length: number };

/** The legacy `Markdown`: four marks, none inside another. Throws the server's errors. */
export function parseMarkdown(source: string): ParsedText {
  const entities: ParsedEntity[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    const escaped = /\\([_*`[])/y;
    escaped.lastIndex = at;
    const character = escaped.exec(source)?.[1];
    if (character !== undefined || !'_*`['.includes(source.charAt(at))) {
      text += character ?? source.charAt(at);
      at += character === undefined ? 1 : 2;
      continue;
    }
    const marked = readMarked(source, at);
    const span = { offset: text.length, length: marked.inner.length };
    const entity = span.length > 0 ? marked.entity(span) : undefined;
    if (entity) entities.push(entity);
    text += marked.inner;
    at = marked.end;
  }
  return { text, entities };
}

type Marked = { inner: string; end: number; entity: (span: Span) => ParsedEntity | undefined };

function readMarked(source: string, start: number): Marked {
  const mark = source.charAt(start);
  if (mark === '[') return readLink(source, start);
  if (source.startsWith('```', start)) return readBlock(source, start);
  const inner = readUntil(source, { start, from: start + 1, mark });
  return {
    inner,
    end: start + 1 + inner.length + 1,
    entity: (span) => ({ type: typeOf(mark), ...span }),
  };
}

function typeOf(mark: string): string {
  if (mark === '_') return 'italic';
  return mark === '*' ? 'bold' : 'code';
}

function readBlock(source: string, start: number): Marked {
  const { language, end } = readBlockHead(source, start);
  const inner = readUntil(source, { start, from: end, mark: '```' });
  return {
    inner,
    end: end + inner.length + 3,
    entity: (span) => ({ type: 'pre', ...span, ...(language !== '' && { language }) }),
  };
}

/** Without an address, the text is its own. An address that is never closed ends with the text. */
function readLink(source: string, start: number): Marked {
  const inner = readUntil(source, { start, from: start + 1, mark: ']' });
  const end = start + 1 + inner.length + 1;
  if (source.charAt(end) !== '(') return { inner, end, entity: (span) => linkEntity(inner, span) };
  const close = source.indexOf(')', end);
  const url = source.slice(end + 1, close < 0 ? source.length : close);
  return { inner, end: close < 0 ? source.length : close + 1, entity: (span) => linkEntity(url, span) };
}

function readUntil(source: string, { start, from, mark }: { start: number; from: number; mark: string }): string {
  const close = source.indexOf(mark, from);
  if (close < 0) throw cannotParse(`Can't find end of the entity starting at ${byteOffset(source, start)}`);
  return source.slice(from, close);
}
