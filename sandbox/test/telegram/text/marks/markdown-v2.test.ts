import test from 'ava';
import { ApiError } from '../../../../telegram/api-error.ts';
import type { ParsedEntity } from '../../../../telegram/text/entity.ts';
import { parseMarkdownV2 } from '../../../../telegram/text/marks/markdown-v2.ts';

const cases: Record<string, [source: string, text: string, entities: ParsedEntity[]]> = {
  'every mark has its type': [
    '*a*_b_ __c__~d~||e||`f`',
    'ab cdef',
    [
      { type: 'bold', offset: 0, length: 1 },
      { type: 'italic', offset: 1, length: 1 },
      { type: 'underline', offset: 3, length: 1 },
      { type: 'strikethrough', offset: 4, length: 1 },
      { type: 'spoiler', offset: 5, length: 1 },
      { type: 'code', offset: 6, length: 1 },
    ],
  ],
  'marks nest, the outer first': [
    '*a _b_ c*',
    'a b c',
    [
      { type: 'bold', offset: 0, length: 5 },
      { type: 'italic', offset: 2, length: 1 },
    ],
  ],
  'in code only the back quote and the backslash mean something': [
    '`a.b-c\\`*`',
    'a.b-c`*',
    [{ type: 'code', offset: 0, length: 7 }],
  ],
  'any character of ASCII can be escaped': ['\\a\\.\\_\\\\', 'a._\\', []],
  'a block with its language': ['```ts\na.b```', 'a.b', [{ type: 'pre', offset: 0, length: 3, language: 'ts' }]],
  'a link, with an escaped bracket in its address': [
    '[a\\.b](https://example.com/\\))',
    'a.b',
    [{ type: 'text_link', offset: 0, length: 3, url: 'https://example.com/)' }],
  ],
  'a link to a person is a mention': [
    '[B](tg://user?id=2001)',
    'B',
    [{ type: 'text_mention', offset: 0, length: 1, userId: 2001 }],
  ],
  'a link that is none leaves the text': ['[a](b)', 'a', []],
  'a custom emoji': [
    '![👍](tg://emoji?id=5368324170671202286)',
    '👍',
    [{ type: 'custom_emoji', offset: 0, length: 2, custom_emoji_id: '5368324170671202286' }],
  ],
  'a moment': [
    '![now](tg://time?unix=1700000000&format=Tw)',
    'now',
    [{ type: 'date_time', offset: 0, length: 3, unix_time: 1_700_000_000, date_time_format: 'wT' }],
  ],
  'lines that begin with > are a quotation': ['>a\n>b\nc', 'a\nb\nc', [{ type: 'blockquote', offset: 0, length: 4 }]],
  'two bars at its end make a quotation expandable': [
    '>a\n>b||',
    'a\nb',
    [{ type: 'expandable_blockquote', offset: 0, length: 3 }],
  ],
  'also before other lines': ['>a||\nb', 'a\nb', [{ type: 'expandable_blockquote', offset: 0, length: 2 }]],
  'two empty marks part two quotations': [
    '**>a\n**>b',
    'a\nb',
    [
      { type: 'blockquote', offset: 0, length: 2 },
      { type: 'blockquote', offset: 2, length: 1 },
    ],
  ],
  'a quotation holds marks': [
    '>*a*',
    'a',
    [
      { type: 'blockquote', offset: 0, length: 1 },
      { type: 'bold', offset: 0, length: 1 },
    ],
  ],
  'an empty mark is nothing': ['**a', 'a', []],
  'offsets count UTF-16 units': ['😀*b*', '😀b', [{ type: 'bold', offset: 2, length: 1 }]],
};

for (const [title, [source, text, entities]] of Object.entries(cases)) {
  test(title, (t) => t.deepEqual(parseMarkdownV2(source), { text, entities }));
}

const escape = (character: string) =>
  `Character '${character}' is reserved and must be escaped with the preceding '\\'`;

const refusals: Record<string, [source: string, reason: string]> = {
  'a full stop': ['Hello.', escape('.')],
  'a hyphen': ['a-b', escape('-')],
  'an exclamation mark': ['a!', escape('!')],
  'a bracket that opens nothing': ['a)', escape(')')],
  'one bar': ['a|b', escape('|')],
  'a > inside a line': ['a>b', escape('>')],
  'bold without an end': ['é *b', "Can't find end of Bold entity at byte offset 3"],
  'underline without an end': ['a __b', "Can't find end of Underline entity at byte offset 2"],
  'a block without an end': ['```ts\na', "Can't find end of PreCode entity at byte offset 0"],
  'a style that outlives its quotation': ['>*a\nb*', "Can't find end of Bold entity at byte offset 1"],
  'an address without an end': ['[a](b', "Can't find end of a URL at byte offset 4"],
  'an emoji without an address': ['![a]', 'The entity must contain a tg://emoji or tg://time URL'],
  'an emoji of another address': ['![a](https://example.com)', 'Invalid tg://emoji or tg://time URL specified'],
};

for (const [title, [source, reason]] of Object.entries(refusals)) {
  test(`refused: ${title}`, (t) => {
    const message = `Bad Request: can't parse entities: ${reason}`;
    t.throws(() => parseMarkdownV2(source), { instanceOf: ApiError, message });
  });
}
