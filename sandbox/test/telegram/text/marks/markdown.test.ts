import test from 'ava';
import { ApiError } from '../../../../telegram/api-error.ts';
import type { ParsedEntity } from '../../../../telegram/text/entity.ts';
import { parseMarkdown } from '../../../../telegram/text/marks/markdown.ts';

const cases: Record<string, [source: string, text: string, entities: ParsedEntity[]]> = {
  'three styles and a link': [
    '*b* _i_ `c` [site](example.com)',
    'b i c site',
    [
      { type: 'bold', offset: 0, length: 1 },
      { type: 'italic', offset: 2, length: 1 },
      { type: 'code', offset: 4, length: 1 },
      { type: 'text_link', offset: 6, length: 4, url: 'http://example.com/' },
    ],
  ],
  'marks do not nest': ['*a _b_*', 'a _b_', [{ type: 'bold', offset: 0, length: 5 }]],
  'a mark can be escaped outside of other marks': ['\\*a\\_ \\x', '*a_ \\x', []],
  'a block with its language and without its first line break': [
    '```ts\nlet a;```',
    'let a;',
    [{ type: 'pre', offset: 0, length: 6, language: 'ts' }],
  ],
  'one word in a block is no language': ['```a```', 'a', [{ type: 'pre', offset: 0, length: 1 }]],
  'a link to a person is a mention': [
    '[Budi](tg://user?id=2001)',
    'Budi',
    [{ type: 'text_mention', offset: 0, length: 4, userId: 2001 }],
  ],
  'a link that is none leaves the text': ['[a](b)', 'a', []],
  'a link without an address is its own': [
    '[example.com]',
    'example.com',
    [{ type: 'text_link', offset: 0, length: 11, url: 'http://example.com/' }],
  ],
  'an empty mark is nothing': ['**a', 'a', []],
  'offsets count UTF-16 units': ['😀*b*', '😀b', [{ type: 'bold', offset: 2, length: 1 }]],
};

for (const [title, [source, text, entities]] of Object.entries(cases)) {
  test(title, (t) => t.deepEqual(parseMarkdown(source), { text, entities }));
}

for (const [source, bytes] of [
  ['a *b', 2],
  ['é `c', 3],
  ['[a', 0],
  ['```a``', 0],
] as const) {
  test(`refused: ${source}`, (t) => {
    const message = `Bad Request: can't parse entities: Can't find end of the entity starting at byte offset ${bytes}`;
    t.throws(() => parseMarkdown(source), { instanceOf: ApiError, message });
  });
}
