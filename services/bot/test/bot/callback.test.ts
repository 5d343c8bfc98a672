import test from 'ava';
import fc from 'fast-check';
import { type Action, allActions, buttonData, maxDataBytes, payFields, readButton } from '../../src/bot/callback.ts';
import { languages } from '../../src/texts/language.ts';

const id = fc.integer({ min: 1, max: 9_999_999_999_999 }).map(String);
const count = fc.integer({ min: 0, max: 999_999_999 });

/** For each action the arguments it may carry. */
const argumentsFor: Record<Action, fc.Arbitrary<object>> = {
  home: fc.constant({}),
  help: fc.constant({}),
  pay: fc.constant({}),
  rates: fc.constant({}),
  ranks: fc.constant({}),
  languages: fc.constant({}),
  language: fc.record({ to: fc.constantFrom(...languages) }),
  employees: fc.record({ page: count }),
  employee: fc.record({ id }),
  edit: fc.record({ id, field: fc.constantFrom(...payFields) }),
  cancel: fc.constant({}),
  stats: fc.constant({}),
  sync: fc.constant({}),
  hold: fc.record({ hold: count, decision: fc.constantFrom('approve', 'refuse') }),
};

test('every button reads back as what it was, in at most 64 bytes', (t) => {
  t.deepEqual(Object.keys(argumentsFor), allActions);
  for (const [action, values] of Object.entries(argumentsFor))
    fc.assert(
      fc.property(values, (given) => {
        // The property is over all actions at once, so the pairing of action and arguments is the table's above.
        const data = buttonData(action as 'edit', given as { id: string; field: 'hourlyWage' });
        t.true(Buffer.byteLength(data) <= maxDataBytes);
        t.deepEqual({ ...readButton(data, action as 'edit') }, { ...given } as never);
      }),
    );
});

test('data of another action, another version or no version of ours is no button', (t) => {
  fc.assert(
    fc.property(fc.string({ maxLength: 64 }), (data) => {
      t.is(readButton(data, 'edit'), null);
    }),
  );
  for (const data of [
    'v0|edit|1|hourlyWage',
    'v1|edit|1',
    'v1|edit|01|hourlyWage',
    'v1|edit|1|version',
    'v1|edit|1|hourlyWage|',
  ])
    t.is(readButton(data, 'edit'), null, data);
  t.deepEqual(readButton('v1|edit|1|hourlyWage', 'edit'), { id: '1', field: 'hourlyWage' });
});
