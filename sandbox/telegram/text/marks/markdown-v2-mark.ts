import { readBlockHead } from './code-block.ts';
import { cannotParse } from './parse-error.ts';

/** The server's names, which its errors show. */
type MarkName =
  | 'Bold'
  | 'Italic'
  | 'Underline'
  | 'Strikethrough'
  | 'Spoiler'
  | 'Code'
  | 'Pre'
  | 'PreCode'
  | 'TextUrl'
  | 'CustomEmoji'
  | 'BlockQuote';

/** `start` and `end` of the mark itself in the source; `language` is that of a code block. */
export type Mark = { name: MarkName; start: number; end: number; language: string };

/** `offset`: where in the text without marks its content begins. */
export type OpenMark = Mark & { offset: number };

const reserved = '_*[]()~`>#+-=|{}.!\n';

/** Which characters mean something inside `mark`: in code only the back quote. */
export function reservedIn(mark: OpenMark | undefined): string {
  return mark && isCode(mark) ? '`' : reserved;
}

function isCode({ name }: Mark): boolean {
  return name === 'Code' || name === 'Pre' || name === 'PreCode';
}

/** Any character of ASCII may be escaped. */
export function isEscape(source: string, at: number): boolean {
  const next = source.charCodeAt(at + 1);
  return source.charAt(at) === '\\' && next > 0 && next <= 126;
}

const closings: Record<MarkName, (source: string, at: number) => boolean> = {
  Bold: (source, at) => source.startsWith('*', at),
  Italic: (source, at) => source.startsWith('_', at) && !source.startsWith('__', at),
  Underline: (source, at) => source.startsWith('__', at),
  Strikethrough: (source, at) => source.startsWith('~', at),
  Spoiler: (source, at) => source.startsWith('||', at),
  Code: (source, at) => source.startsWith('`', at),
  Pre: (source, at) => source.startsWith('```', at),
  PreCode: (source, at) => source.startsWith('```', at),
  TextUrl: (source, at) => source.startsWith(']', at),
  CustomEmoji: (source, at) => source.startsWith(']', at),
  BlockQuote: () => false,
};

export function closesMark({ name }: Mark, source: string, at: number): boolean {
  return closings[name](source, at);
}

/** In this order: two characters that mean something together come before the one. */
const openings: readonly [sign: string, name: MarkName][] = [
  ['__', 'Underline'],
  ['_', 'Italic'],
  ['*', 'Bold'],
  ['~', 'Strikethrough'],
  ['||', 'Spoiler'],
  ['[', 'TextUrl'],
  ['![', 'CustomEmoji'],
  ['```', 'Pre'],
  ['`', 'Code'],
];

/** The mark that begins at `at`. Throws for a reserved character that begins none. */
export function markOf(source: string, at: number, atLineStart: boolean): Mark {
  if (source.charAt(at) === '>' && atLineStart) return { name: 'BlockQuote', start: at, end: at + 1, language: '' };
  const opening = openings.find(([sign]) => source.startsWith(sign, at));
  if (!opening) {
    throw cannotParse(`Character '${source.charAt(at)}' is reserved and must be escaped with the preceding '\\'`);
  }
  const [sign, name] = opening;
  if (name !== 'Pre') return { name, start: at, end: at + sign.length, language: '' };
  const { language, end } = readBlockHead(source, at);
  return { name: language === '' ? 'Pre' : 'PreCode', start: at, end, language };
}
