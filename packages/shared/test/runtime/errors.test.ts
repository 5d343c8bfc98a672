import test from 'ava';
import { describe } from '@opsheet/shared/runtime/errors';

test('an error is told with what caused it', (t) => {
  t.is(describe(new Error('not saved', { cause: new Error('disk full') })), 'not saved: disk full');
  t.is(describe(new Error('not saved', { cause: { code: 28, message: 'disk full' } })), 'not saved: disk full');
});

test('a cause that says the same again is told once', (t) => {
  t.is(describe(new Error('disk full', { cause: { message: 'disk full' } })), 'disk full');
});

test('several errors at once are told one after another', (t) => {
  t.is(describe(new AggregateError([new Error('no route'), new Error('refused')])), 'no route; refused');
});
