import test from 'ava';
import { Refusal } from '../../../../sheets/errors.ts';
import { searchFor } from '../../../../sheets/batch/text/search.ts';
import { withinTimeLimit } from '../../../../sheets/batch/text/time-limit.ts';

test('an expression that goes back and forth is broken off', (t) => {
  const search = searchFor({ find: '(a+)+$', searchByRegex: true });
  t.throws(() => withinTimeLimit(() => search(`${'a'.repeat(100)}!`), 20), { instanceOf: Refusal });
});

test('work that ends in time gives its result, and its own errors', (t) => {
  t.deepEqual(
    withinTimeLimit(() => ['x']),
    ['x'],
  );
  t.throws(
    () =>
      withinTimeLimit(() => {
        throw new Refusal('no such group');
      }),
    { instanceOf: Refusal, message: 'no such group' },
  );
});
