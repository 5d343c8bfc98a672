import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import test from 'ava';
import fc from 'fast-check';
import { ApiError } from '../../../telegram/api-error.ts';
import { createMovableClock } from '../../../telegram/clock/movable-clock.ts';
import { samplePeople } from '../../../telegram/chats/people.ts';
import { openFileBytes } from '../../../telegram/media/file/bytes.ts';
import { realSettings } from '../../../telegram/settings.ts';
import { freshState } from '../../../telegram/state.ts';
import { formatText, type FormattedText } from '../../../telegram/text/formatted-text.ts';
import { parseHtml } from '../../../telegram/text/marks/html.ts';
import { parseMarkdownV2 } from '../../../telegram/text/marks/markdown-v2.ts';
import { createWorld } from '../../../telegram/world.ts';

const world = createWorld({
  state: freshState(samplePeople, 0),
  files: openFileBytes(undefined),
  settings: realSettings,
  clock: createMovableClock(fakeClock()),
  botId: 7,
  onChange: () => {},
});

const settings = { seed: 20_261_122, numRuns: 1_000 };

/** Separated by one space each: what addresses, tags, characters beyond the basic plane and unwanted ones are made of. */
const plain = [
  'привет 😀 👩‍👩‍👧 é a 1 . ! - $IDR #тег @nadia_owner /start opsheet.com nadia@example.com https://a.example/(x)?y=1',
  '\r \t \u200e \u202e j\u030a \n +628123456789 &lt; &#128512; & \\',
].flatMap((line) => line.split(' '));
const marks = '* _ __ ~ || ` ``` [ ](http://a.b) > ![ ](tg://emoji?id=5) <b> </b> <a href="t.me/x"> </a>'.split(' ');

const words = fc.array(fc.constantFrom(' ', ...plain), { maxLength: 8 }).map((some) => some.join(''));
const pieces = fc.array(fc.constantFrom(' ', ...plain, ...marks), { maxLength: 25 }).map((some) => some.join(''));

const tags = [
  'b',
  'i',
  'u',
  's',
  'tg-spoiler',
  'code',
  'pre',
  'blockquote',
  'blockquote expandable',
  'a href="t.me/x"',
];

/** Tags in one another as they may be, around words. */
const { html } = fc.letrec<{ html: string }>((tie) => ({
  html: fc.array(fc.oneof({ maxDepth: 5 }, words, tagged(tie('html'))), { maxLength: 4 }).map((some) => some.join('')),
}));

function tagged(inner: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...tags), inner).map(([tag, text]) => `<${tag}>${text}</${tag.split(' ')[0]}>`);
}

/** Undefined where the server refuses the text. */
function accepted(raw: string, parseMode: string, given?: unknown): FormattedText | undefined {
  try {
    return formatText(world, { raw, parseMode, given });
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}

/** What must hold of the entities of every message. */
function problemOf({ text, entities }: FormattedText): string | undefined {
  for (const { offset, length } of entities) {
    const end = offset + length;
    if (length <= 0 || offset < 0 || end > text.length) return 'an entity is not within the text';
    if (splitsCharacter(text, offset) || splitsCharacter(text, end)) return 'an entity begins or ends in a character';
    const isCrossed = entities.some((other) => {
      const otherEnd = other.offset + other.length;
      return other.offset < offset && offset < otherEnd && otherEnd < end;
    });
    if (isCrossed) return 'two entities cross';
  }
  const offsets = entities.map(({ offset }) => offset);
  return isSorted(offsets) ? undefined : 'entities are not in order';
}

function isSorted(numbers: readonly number[]): boolean {
  return numbers.every((number, at) => number >= (numbers[at - 1] ?? 0));
}

function splitsCharacter(text: string, edge: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(edge - 1)) && /[\udc00-\udfff]/.test(text.charAt(edge));
}

for (const [mode, written] of Object.entries({ none: pieces, HTML: html, MarkdownV2: pieces, Markdown: pieces })) {
  test(`whatever is written (parse mode: ${mode}), entities are within the text, in order, and cross nothing`, (t) => {
    let count = 0;
    fc.assert(
      fc.property(written, (raw) => {
        const formatted = accepted(raw, mode);
        if (!formatted) return;
        count += 1;
        t.is(problemOf(formatted), undefined);
      }),
      settings,
    );
    t.true(count > 100, `only ${count} texts were accepted`);
  });
}

test('whatever entities a bot gives, those of the message are within the text, in order, and cross nothing', (t) => {
  const types = ['bold', 'italic', 'spoiler', 'code', 'pre', 'blockquote', 'text_link', 'expandable_blockquote'];
  const entity = fc.record({
    type: fc.constantFrom(...types),
    offset: fc.nat(20),
    length: fc.nat(20),
    url: fc.constant('http://a.example'),
  });
  let count = 0;
  fc.assert(
    fc.property(pieces, fc.array(entity, { maxLength: 6 }), (raw, entities) => {
      const formatted = accepted(raw, '', entities);
      if (!formatted) return;
      count += 1;
      t.is(problemOf(formatted), undefined);
    }),
    settings,
  );
  t.true(count > 100, `only ${count} texts were accepted`);
});

const anything = fc.oneof(pieces, fc.string({ unit: 'binary' }));

test('any text comes out of MarkdownV2 as it was, when what is reserved is escaped', (t) => {
  fc.assert(
    fc.property(anything, (text) => {
      t.deepEqual(parseMarkdownV2(text.replace(/[_*[\]()~`>#+\-=|{}.!\\]/g, '\\$&')), { text, entities: [] });
    }),
    settings,
  );
});

test('any text comes out of HTML as it was, when <, > and & are escaped', (t) => {
  fc.assert(
    fc.property(anything, (text) => {
      const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      t.deepEqual(parseHtml(escaped), { text, entities: [] });
    }),
    settings,
  );
});
