import test from 'ava';
import { ApiError } from '../../../../telegram/api-error.ts';
import { parseHtml } from '../../../../telegram/text/marks/html.ts';

const cases: Record<string, [html: string, text: string, entities: object[]]> = {
  'plain text has no entities': ['a', 'a', []],
  'tags become entities over the text without them': [
    'a <b>bold</b> <i>it</i>',
    'a bold it',
    [
      { type: 'bold', offset: 2, length: 4 },
      { type: 'italic', offset: 7, length: 2 },
    ],
  ],
  'every plain tag has its type': [
    '<strong>a</strong><em>b</em><u>c</u><ins>d</ins><s>e</s><strike>f</strike><del>g</del><tg-spoiler>h</tg-spoiler><span class="tg-spoiler">i</span>',
    'abcdefghi',
    [
      'bold',
      'italic',
      'underline',
      'underline',
      'strikethrough',
      'strikethrough',
      'strikethrough',
      'spoiler',
      'spoiler',
    ].map((type, offset) => ({ type, offset, length: 1 })),
  ],
  'offsets count UTF-16 units': ['😀<b>x</b>', '😀x', [{ type: 'bold', offset: 2, length: 1 }]],
  'the four named references and numbers are decoded, others stay': [
    '&lt;&gt;&amp;&quot;&#65;&#x1F600;&nbsp;',
    '<>&"A😀&nbsp;',
    [],
  ],
  'a link keeps its address, with the slash that Telegram adds': [
    '<a href="https://example.com">x</a>',
    'x',
    [{ type: 'text_link', offset: 0, length: 1, url: 'https://example.com/' }],
  ],
  'a link without an address is its own': [
    '<a>example.com/p</a>',
    'example.com/p',
    [{ type: 'text_link', offset: 0, length: 13, url: 'http://example.com/p' }],
  ],
  'a link that is none leaves the text': ['<a href="no link">x</a>', 'x', []],
  'pre with code in it is one block with a language': [
    '<pre><code class="language-ts">1</code></pre>',
    '1',
    [{ type: 'pre', offset: 0, length: 1, language: 'ts' }],
  ],
  'code alone has no language': ['<code class="language-ts">1</code>', '1', [{ type: 'code', offset: 0, length: 1 }]],
  'a quotation may be expandable': [
    '<blockquote>a</blockquote><blockquote expandable>b</blockquote>',
    'ab',
    [
      { type: 'blockquote', offset: 0, length: 1 },
      { type: 'expandable_blockquote', offset: 1, length: 1 },
    ],
  ],
  'a tag around nothing is nothing': ['<b></b>a', 'a', []],
  'an end tag may leave its name out': ['<b>a</>', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
  'tag names are read in any case': ['<B>a</b>', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
};

for (const [title, [html, text, entities]] of Object.entries(cases)) {
  test(title, (t) => {
    t.deepEqual(parseHtml(html), { text, entities: entities as ReturnType<typeof parseHtml>['entities'] });
  });
}

const refusals: Record<string, [html: string, reason: string]> = {
  'a tag that is never closed': ['a <b>c', 'Can\'t find end tag corresponding to start tag "b"'],
  'an end tag that closes nothing': ['a</b>', 'Unexpected end tag at byte offset 1'],
  'an end tag of another name': ['<b>a</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
  'a tag that Telegram does not have': ['é<p>a</p>', 'Unsupported start tag "p" at byte offset 2'],
  'a tag that is cut off': ['a<b', 'Unclosed start tag at byte offset 1'],
  'an end tag that is cut off': ['<b>a</b', 'Unclosed end tag at byte offset 4'],
  'an attribute that is cut off': ['<a href="x', 'Unclosed start tag at byte offset 0'],
  'an attribute without a name': ['<a ="x">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
  'a bare value with more than letters, digits, dots and hyphens': [
    '<a href=http://x>a</a>',
    'Unexpected end of name token at byte offset 8',
  ],
  'a span that is no spoiler': ['<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  'an emoji without an id': ['<tg-emoji>a</tg-emoji>', 'Invalid custom emoji identifier specified'],
};

for (const [title, [html, reason]] of Object.entries(refusals)) {
  test(`refused: ${title}`, (t) => {
    t.throws(() => parseHtml(html), { instanceOf: ApiError, message: `Bad Request: can't parse entities: ${reason}` });
  });
}
