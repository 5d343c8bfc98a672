import test from 'ava';
import { ApiError } from '../../../telegram/api-error.ts';
import { cleaned } from '../../../telegram/text/cleaning.ts';

const bold = (offset: number, length: number) => ({ type: 'bold', offset, length });

test('tabs become spaces, carriage returns go, and the entities move along', (t) => {
  t.deepEqual(cleaned({ text: 'a\tb\r\ncd', entities: [bold(2, 1), bold(5, 2)] }), {
    text: 'a b\ncd',
    entities: [bold(2, 1), bold(4, 2)],
  });
});

test('an entity over nothing but what goes is dropped', (t) => {
  t.deepEqual(cleaned({ text: 'a\rb', entities: [bold(1, 1), bold(0, 0)] }), { text: 'ab', entities: [] });
});

const refusals: Record<string, [text: string, offset: number, length: number, reason: string]> = {
  'a negative offset': ['ab', -1, 1, 'receive an entity with incorrect offset -1'],
  'a length of millions': ['ab', 0, 1_000_001, 'receive an entity with incorrect length 1000001'],
  'a place after the text': ['ab', 3, 1, 'entity begins after the end of the text at UTF-16 offset 3'],
  'an end after the text': [
    'ab',
    1,
    2,
    'entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 3',
  ],
  'a beginning inside a character': ['😀a', 1, 1, 'entity begins in a middle of a UTF-16 symbol at byte offset 4'],
  'an end inside a character': [
    'a😀b',
    0,
    2,
    'entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 5',
  ],
};

for (const [title, [text, offset, length, reason]] of Object.entries(refusals)) {
  test(`refused: ${title}`, (t) => {
    const message = `Bad Request: ${reason}`;
    t.throws(() => cleaned({ text, entities: [bold(offset, length)] }), { instanceOf: ApiError, message });
  });
}
