import test from 'ava';
import fc from 'fast-check';
import { parseJsonParameters } from '../../../telegram/http/json-parameters.ts';

const facts: Record<string, [text: string, members: [string, unknown][]]> = {
  'an object has its members': [
    ' {"a": 1, "b": [true, null]} ',
    [
      ['a', 1],
      ['b', [true, null]],
    ],
  ],
  'a text is the parameter content': ['"hi"', [['content', 'hi']]],
  'a list has no members': ['["a"]', []],
  'nothing has no members': ['', []],
  'a break in a value ends it': ['{"a": 1, "b": tru}', [['a', 1]]],
  'a break in a name ends it': ['{"a": 1, "b', [['a', 1]]],
  'a break after a comma ends it': ['{"a": 1, ', [['a', 1]]],
  'a missing comma ends it after the value': ['{"a": 1 "b": 2}', [['a', 1]]],
  'what follows the end is ignored': ['{"a": {"b": "}"}} and more', [['a', { b: '}' }]]],
};

for (const [title, [text, members]] of Object.entries(facts)) {
  test(title, (t) => t.deepEqual(parseJsonParameters(text), members));
}

test('of an object that is cut anywhere, all members but the last are those of the whole', (t) => {
  const name = fc.string().filter((one) => one !== '__proto__' && !/^\d+$/.test(one));
  const cut = fc.tuple(fc.dictionary(name, fc.jsonValue()), fc.nat());
  fc.assert(
    fc.property(cut, ([object, at]) => {
      const text = JSON.stringify(object);
      // The last may be a number that the cut has shortened.
      const members = parseJsonParameters(text.slice(0, at % (text.length + 1))).slice(0, -1);
      t.deepEqual(members, parseJsonParameters(text).slice(0, members.length));
    }),
    { seed: 20_261_122 },
  );
});

const names = (text: string) => parseJsonParameters(text).map(([name]) => name);
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

test('a value may be 100 deep, and one that is deeper is a break', (t) => {
  t.deepEqual(names(`{"a": 1, "b": ${nested(99)}}`), ['a', 'b']);
  t.deepEqual(names(`{"a": 1, "b": ${nested(101)}, "c": 2}`), ['a']);
  t.deepEqual(names(`{"a": 1, "b": ${nested(200_000)}}`), ['a']);
  t.deepEqual(names(`{"a": ${JSON.stringify(nested(200_000))}}`), ['a']);
});

test('a long text that is never closed is read once', (t) => {
  t.deepEqual(parseJsonParameters(`{"a": 1, "b": "${'\\"'.repeat(500_000)}`), [['a', 1]]);
});
