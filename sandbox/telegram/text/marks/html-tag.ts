import type { ApiError } from '../../api-error.ts';
import { byteOffset, cannotParse } from './parse-error.ts';

/**
 * A start tag. `argument` is the one attribute that matters to the tag: an address, a language, an emoji's id.
 * Only `tg-time` has two: its moment is `unixTime`, in seconds, 0 where there is none.
 */
export type StartTag = { name: string; argument: string; unixTime: number; end: number };

const tagNames = new Set(
  'a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code blockquote'.split(' '),
);

/** What an attribute adds to its tag's argument; `undefined` where it means nothing. */
const attributes: Record<string, (value: string) => string | undefined> = {
  'a href': (value) => value,
  'code class': (value) => (value.startsWith('language-') ? value.slice('language-'.length) : undefined),
  'span class': (value) => (value.startsWith('tg-') ? value.slice('tg-'.length) : undefined),
  'tg-emoji emoji-id': (value) => value,
  'tg-time format': (value) => value,
  'blockquote expandable': () => 'expandable',
};

export function htmlError(html: string, position: number, text: (byteOffset: string) => string): ApiError {
  return cannotParse(text(byteOffset(html, position)));
}

/** Reads the tag that begins with `<` at `start`. Throws in the server's words. */
export function readStartTag(html: string, start: number): StartTag {
  const fail = (text: (at: string) => string) => htmlError(html, start, text);
  const head = /[^\s>]*/y;
  head.lastIndex = start + 1;
  const name = (head.exec(html)?.[0] ?? '').toLowerCase();
  let at = head.lastIndex;
  if (at >= html.length) throw fail((offset) => `Unclosed start tag at ${offset}`);
  if (!tagNames.has(name)) throw fail((offset) => `Unsupported start tag "${name}" at ${offset}`);

  let argument = '';
  let unixTime = 0;
  for (;;) {
    at = skipSpace(html, at);
    if (html[at] === '>') break;
    const attribute = readAttribute(html, at, { name, start });
    argument = attributes[`${name} ${attribute.name}`]?.(attribute.value) ?? argument;
    if (name === 'tg-time' && attribute.name === 'unix') unixTime = Number.parseInt(attribute.value, 10) || 0;
    at = attribute.end;
  }
  if (name === 'span' && argument !== 'spoiler') {
    throw fail((offset) => `Tag "span" must have class "tg-spoiler" at ${offset}`);
  }
  return { name, argument, unixTime, end: at + 1 };
}

function readAttribute(html: string, from: number, tag: { name: string; start: number }) {
  const unclosed = () => htmlError(html, tag.start, (at) => `Unclosed start tag "${tag.name}" at ${at}`);
  const head = /[^\s=>/"']*/y;
  head.lastIndex = from;
  const name = head.exec(html)?.[0] ?? '';
  if (name === '' && from >= html.length) throw unclosed();
  if (name === '') throw htmlError(html, tag.start, (at) => `Empty attribute name in the tag "${tag.name}" at ${at}`);
  let at = skipSpace(html, from + name.length);
  if (at >= html.length) throw unclosed();
  if (html[at] !== '=') return { name, value: '', end: at };
  at = skipSpace(html, at + 1);
  if (at >= html.length) throw unclosed();
  const quote = html[at];
  if (quote === '"' || quote === "'") {
    const close = html.indexOf(quote, at + 1);
    if (close < 0 || close + 1 >= html.length)
      throw htmlError(html, tag.start, (where) => `Unclosed start tag at ${where}`);
    return { name, value: decodeReferences(html.slice(at + 1, close)), end: close + 1 };
  }
  const token = /[A-Za-z0-9.-]*/y;
  token.lastIndex = at;
  const value = (token.exec(html)?.[0] ?? '').toLowerCase();
  const end = at + value.length;
  if (end < html.length && !/[\s>]/.test(html.charAt(end))) {
    throw htmlError(html, at, (where) => `Unexpected end of name token at ${where}`);
  }
  return { name, value, end };
}

export function skipSpace(html: string, from: number): number {
  let at = from;
  while (/\s/.test(html.charAt(at))) at++;
  return at;
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** The character reference at `at`, which must hold `&`; undefined where Telegram leaves the text as it is. */
export function readReference(html: string, at: number): { text: string; end: number } | undefined {
  const reference = /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));?/iy;
  reference.lastIndex = at;
  const found = reference.exec(html);
  if (!found) return undefined;
  const [, hex, decimal, name] = found;
  const text = name === undefined ? fromCode(hex, decimal) : named[name];
  return text === undefined ? undefined : { text, end: reference.lastIndex };
}

function fromCode(hex: string | undefined, decimal: string | undefined): string | undefined {
  const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}

function decodeReferences(value: string): string {
  return value.replace(/&(?:#x[0-9a-f]+|#[0-9]+|[a-z]+);?/gi, (whole) => readReference(whole, 0)?.text ?? whole);
}
