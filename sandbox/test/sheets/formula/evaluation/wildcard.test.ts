import test from 'ava';
import { wildcard } from '../../../../sheets/formula/evaluation/wildcard.ts';

const likes: [pattern: string, text: string, isLike: boolean][] = [
  ['A*', 'apple', true],
  ['*a', 'apple', false],
  ['*p*e', 'apple', true],
  ['?pple', 'apple', true],
  ['?', 'ab', false],
  ['*', '', true],
  ['a~*', 'a*', true],
  ['a~*', 'ab', false],
  ['~~', '~', true],
  ['a.c', 'abc', false],
  ['*ab', 'aab', true],
];
for (const [pattern, text, isLike] of likes) {
  test(`${JSON.stringify(text)} is ${isLike ? '' : 'not '}like ${pattern}`, (t) => {
    t.is(wildcard(pattern)(text), isLike);
  });
}

test('many stars are soon through with a long text', (t) => {
  t.false(wildcard('*a*a*a*a*a*a*a*b')('a'.repeat(50_000)));
});
