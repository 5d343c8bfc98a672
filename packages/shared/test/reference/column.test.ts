import test from 'ava';
import fc from 'fast-check';
import { amount, bonus, type ColumnType, percent, telegramId, text } from '@opsheet/shared/reference/column';

const bonuses = [
  'none',
  'flat_10',
  'percent_next_1',
  'percent_prev_2.5',
  'percent_all_2',
  'double_commission',
  'paid_day_off',
  'telegram_premium',
];

/** Cells that a person or a formula may leave in a column of each type. */
const cells: Record<string, { type: ColumnType; cell: fc.Arbitrary<unknown> }> = {
  amount: {
    type: amount(),
    cell: fc.oneof(
      fc.double({ min: -1, max: 1e7 }),
      fc.integer(),
      fc.nat(1e9).map((n) => n / 100),
    ),
  },
  'whole amount': { type: amount({ digits: 0, min: -50 }), cell: fc.integer({ min: -60, max: 60 }) },
  percent: {
    type: percent,
    cell: fc.oneof(
      fc.nat(12_000).map((n) => String(n / 100)),
      fc.double(),
    ),
  },
  'telegram id': {
    type: telegramId,
    cell: fc.oneof(
      fc.maxSafeNat(),
      fc.maxSafeNat().map((n) => ` 0${n} `),
      fc.double(),
    ),
  },
  text: {
    type: text({ max: 20 }),
    cell: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.boolean(), fc.integer()),
  },
  bonus: { type: bonus, cell: fc.oneof(fc.constantFrom(...bonuses), fc.string()) },
};

for (const [name, { type, cell }] of Object.entries(cells)) {
  test(`S2 ${name}: what is rendered is read back as the same value`, (t) => {
    let taken = 0;
    const any = fc.oneof({ weight: 9, arbitrary: cell }, fc.constantFrom(null, undefined, '', '  '), fc.anything());
    fc.assert(
      fc.property(any, (value) => {
        const parsed = type.parse(value);
        if (!parsed.ok) return;
        taken += 1;
        const rendered = type.render(parsed.value);
        const again = type.parse(rendered);
        if (!again.ok || again.value !== parsed.value)
          throw new Error(`${JSON.stringify(rendered)} is read as another value`);
      }),
      { numRuns: 2000, includeErrorInReport: true },
    );
    t.true(taken > 100);
  });
}

const valueOf = (type: ColumnType, cell: unknown) => {
  const parsed = type.parse(cell);
  return parsed.ok ? parsed.value : parsed.reason;
};

test('an amount has its digits, however it was written', (t) => {
  const type = amount();
  for (const cell of [15, '15', ' 15.0 ', '15.', '015.00']) t.is(valueOf(type, cell), '15.00', String(cell));
  t.is(valueOf(type, '.5'), '0.50');
  t.is(valueOf(type, -0), '0.00');
  t.is(valueOf(type, 9_999_999.99), '9999999.99');
});

test('the noise of a formula is no digit: 0.1 + 0.2 is 0.30', (t) => {
  t.is(valueOf(amount(), 0.1 + 0.2), '0.30');
  t.is(valueOf(amount(), 1.1 * 3), '3.30');
});

test('a bad amount says why', (t) => {
  const reasons: [unknown, string][] = [
    ['abc', '"abc" is not a number'],
    ['15,5', '"15,5" has a comma; write 15.5'],
    ['1 000', '"1 000" is not a number'],
    ['1e3', '"1e3" is not a number'],
    ['+5', '"+5" is not a number'],
    [1.005, '1.005 has more than 2 digits after the point'],
    [1e-7, '1e-7 has more than 2 digits after the point'],
    [-1, '-1 is below 0'],
    [1e7, '10000000 is over 9999999.99'],
    [true, 'true is not a number'],
    [Number.NaN, 'NaN is not a number'],
    ['#REF!', '"#REF!" is not a number'],
  ];
  for (const [cell, reason] of reasons) t.is(valueOf(amount(), cell), reason);
});

test('a Telegram id is a whole number above zero that a sheet can hold exactly', (t) => {
  t.is(valueOf(telegramId, ' 700100001 '), '700100001');
  for (const cell of ['abc', 1.5, -1, 0, '1e5', 2 ** 53, true])
    t.regex(String(valueOf(telegramId, cell)), /is not a Telegram id \(a whole number\)$/);
});

test('a text is trimmed, and numbers and booleans are texts', (t) => {
  t.deepEqual(
    ['  a b ', 12, true, '  '].map((cell) => valueOf(text(), cell)),
    ['a b', '12', 'TRUE', null],
  );
  t.is(valueOf(text({ max: 3 }), 'abcd'), 'the text has 4 characters; 3 is the limit');
});

test('what a broken or unfinished formula shows is no text', (t) => {
  for (const cell of ['#REF!', '#N/A', '#DIV/0!', '#NAME?', 'Loading...'])
    t.is(valueOf(text(), cell), `the formula shows ${cell}`);
  t.is(valueOf(text(), '#1 of the team'), '#1 of the team');
});

test('a bonus is one of the known codes', (t) => {
  for (const code of bonuses) t.is(valueOf(bonus, ` ${code} `), code);
  for (const code of ['flat_', 'flat_x', 'Double_Commission'])
    t.regex(String(valueOf(bonus, code)), /is not a bonus; use/);
});

test('S7 a text that PostgreSQL cannot store is a bad cell: a zero character, half a pair of surrogates', (t) => {
  for (const cell of ['a\0b', 'a\ud83d', '\ude00'])
    t.deepEqual(text().parse(cell), {
      ok: false,
      reason: 'the text has a character that cannot be stored; type it anew',
    });
  t.deepEqual(text().parse('😀'), { ok: true, value: '😀' });
});

test('a long cell is cut in its reason, but no character in half: Google would change it and the note never be seen', (t) => {
  const parsed = amount().parse(`${'x'.repeat(38)}😀😀😀`);
  t.deepEqual(parsed, { ok: false, reason: `"${'x'.repeat(38)}😀… is not a number` });
});

test('a bonus has at most seven digits before the point and four after it', (t) => {
  t.true(bonus.parse('flat_1234567.1234').ok);
  t.false(bonus.parse('flat_12345678').ok);
});

test('8% typed into a sheet arrives as 0.08 and is refused with what to write, not taken for a hundredth', (t) => {
  t.deepEqual(percent.parse(0.08), {
    ok: false,
    reason: '0.08 is less than 1 percent; for 8 % write 8, without the sign',
  });
  t.deepEqual(percent.parse(0), { ok: true, value: '0.00' });
  t.deepEqual(percent.parse(1), { ok: true, value: '1.00' });
});
