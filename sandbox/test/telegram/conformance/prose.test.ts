import test from 'ava';
import {
  allowedWords,
  exclusiveFields,
  itemRange,
  lengthLimit,
  numberRange,
} from '../../../telegram/conformance/prose.ts';

/** A field that is described so. The descriptions are ours, in the manner of the specification. */
const described = (description: string, name = 'x') => ({ name, types: ['String'], required: false, description });

test('a length is told in characters or in bytes', (t) => {
  t.deepEqual(lengthLimit(described('A label; 1-64 characters')), { least: 1, most: 64, unit: 'characters' });
  t.deepEqual(lengthLimit(described('An id, 1-64 Bytes')), { least: 1, most: 64, unit: 'bytes' });
});

test('a length after parsing cannot be seen from outside', (t) => {
  t.is(lengthLimit(described('A text, 1-4096 characters after entities parsing')), undefined);
  t.is(lengthLimit(described('A text, 1-4096 characters after entity parsing')), undefined);
});

test('a range of numbers', (t) => {
  for (const text of ['Values between 1-100 are taken', 'must be between 1 and 100', 'A day; 1-100', 'Most, 1-100.'])
    t.deepEqual(numberRange(described(text)), { least: 1, most: 100 }, text);
});

test('a range under a condition, and numbers that are no range, are left alone', (t) => {
  for (const text of [
    'A period between 60 and 86400, or 0x7FFFFFFF',
    'In Stars between 5 and 10, in coins between 7 and 9',
    'An ISO 3166-1 alpha-2 code',
    'A minute; 0 - 7 * 24 * 60',
  ])
    t.is(numberRange(described(text)), undefined, text);
});

test('how many items a list may have', (t) => {
  t.deepEqual(itemRange(described('A list of 1-100 identifiers')), { least: 1, most: 100 });
  t.deepEqual(itemRange(described('An array, must include 2-10 items')), { least: 2, most: 10 });
  t.deepEqual(itemRange(described('The commands. At most 100 commands are taken.')), { least: 0, most: 100 });
  t.is(itemRange(described('Pictures (in up to 4 sizes each)')), undefined);
  t.is(itemRange(described('A list of ISO 3166-1 alpha-2 codes')), undefined);
});

test('the words of an enumeration, and the word of a variant', (t) => {
  t.deepEqual(allowedWords(described('Must be one of "loud" (red), "quiet" or "mute".')), ['loud', 'quiet', 'mute']);
  t.deepEqual(allowedWords(described('Its kind, always “loud”')), ['loud']);
  t.deepEqual(allowedWords(described('Type of the result, must be loud', 'type')), ['loud']);
  t.is(allowedWords(described('A colour, must be bright', 'colour')), undefined);
  t.is(allowedWords(described('For "loud" only, how loud')), undefined);
});

test('fields of which one excludes the others', (t) => {
  const fields = [
    { ...described('', 'text'), required: true },
    described('', 'a'),
    described('', 'b'),
    described('', 'c'),
  ];
  const exactly = 'A button. Exactly one of the fields other than text, c, and style must be used to say what it does.';
  t.deepEqual(exclusiveFields({ description: [exactly], fields }), { names: ['a', 'b'], least: 1 });
  const atMost = 'At most one of the optional fields can be present.';
  t.deepEqual(exclusiveFields({ description: [atMost], fields }), { names: ['a', 'b', 'c'], least: 0 });
  t.is(exclusiveFields({ description: ['A point.'], fields }), undefined);
});
