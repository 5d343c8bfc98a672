import test from 'ava';
import type { ParsedEntity } from '../../../telegram/text/entity.ts';
import { nested, withFound } from '../../../telegram/text/nesting.ts';

/** "bold 0-4" as an entity. */
function entity(text: string): ParsedEntity {
  const [type = '', from, to] = text.split(/[ -]/);
  return { type, offset: Number(from), length: Number(to) - Number(from) };
}

const shown = (entities: readonly ParsedEntity[]) =>
  entities.map(({ type, offset, length }) => `${type} ${offset}-${offset + length}`);

const cases: Record<string, [given: string[], kept: string[]]> = {
  'a style is cut where another begins in it': [
    ['bold 0-9', 'italic 3-5'],
    ['bold 0-3', 'bold 3-9', 'italic 3-5'],
  ],
  'styles that cross are cut where the second begins': [
    ['bold 0-5', 'italic 3-8'],
    ['bold 0-3', 'italic 3-8', 'bold 3-5'],
  ],
  'styles of one kind that touch become one': [['bold 0-3', 'bold 3-5', 'bold 4-7'], ['bold 0-7']],
  'a style is cut at the edges of a link': [
    ['bold 0-9', 'text_link 3-6'],
    ['bold 0-3', 'text_link 3-6', 'bold 3-6', 'bold 6-9'],
  ],
  'there is no style in code': [
    ['bold 0-9', 'code 3-6'],
    ['bold 0-3', 'code 3-6', 'bold 6-9'],
  ],
  'code in code is dropped': [['pre 0-9', 'code 3-6'], ['pre 0-9']],
  'of links that overlap the first stays': [['text_link 0-5', 'text_mention 3-8'], ['text_link 0-5']],
  'a quotation may hold a link': [
    ['blockquote 0-9', 'text_link 3-6'],
    ['blockquote 0-9', 'text_link 3-6'],
  ],
  'what crosses the edge of a quotation is dropped': [['blockquote 0-5', 'text_link 3-8'], ['blockquote 0-5']],
  'a link around a quotation is dropped': [['text_link 0-9', 'blockquote 3-6'], ['blockquote 3-6']],
  'a quotation in a quotation is dropped': [['blockquote 0-9', 'expandable_blockquote 3-6'], ['blockquote 0-9']],
};

for (const [title, [given, kept]] of Object.entries(cases)) {
  test(title, (t) => t.deepEqual(shown(nested(given.map(entity))), kept));
}

test('what is found stays out of links and code, and is at home in styles', (t) => {
  const given = ['bold 0-9', 'code 12-20'].map(entity);
  const found = ['mention 3-8', 'hashtag 14-16', 'url 30-40'].map(entity);
  t.deepEqual(shown(withFound(given, found)), [
    'bold 0-3',
    'mention 3-8',
    'bold 3-8',
    'bold 8-9',
    'code 12-20',
    'url 30-40',
  ]);
});
