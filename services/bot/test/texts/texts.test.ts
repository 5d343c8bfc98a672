import { FluentBundle } from '@fluent/bundle';
import test from 'ava';
import { instant, money, percent, seconds } from '../../src/texts/figures.ts';
import { languages } from '../../src/texts/language.ts';
import { loadBundle, loadTexts } from '../../src/texts/texts.ts';
import { type TextKey, variables } from '../../src/texts/variables.ts';

// The keys of `variables` are its type's.
const keys = Object.keys(variables) as TextKey[];

/** The variables that a pattern names, wherever they stand in it. */
function variablesOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(variablesOf);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'type' in node && node.type === 'var' && 'name' in node ? [String(node.name)] : [];
  return [...own, ...Object.values(node).flatMap(variablesOf)];
}

const keysOf = (bundle: FluentBundle) => [...bundle._messages.keys()].sort();

for (const language of languages) {
  test(`${language}: the file holds exactly the declared texts, with exactly their variables`, (t) => {
    const bundle = loadBundle(language);
    t.deepEqual(keysOf(bundle), [...keys].sort());
    for (const key of keys) {
      const named = new Set(variablesOf(bundle.getMessage(key)?.value));
      t.deepEqual([...named].sort(), [...variables[key]].sort(), key);
    }
  });

  test(`${language}: texts keep within what Telegram takes`, (t) => {
    const texts = loadTexts()[language];
    const limits = { button: 24, command: 256, toast: 200 };
    for (const key of keys) {
      const values = Object.fromEntries(variables[key].map((name) => [name, 'x'.repeat(40)]));
      const limit = limits[key.split('-')[0] as keyof typeof limits] ?? 1_024;
      const text = texts.plain(key as 'home-owner', values as { name: string });
      t.true(text.length > 0 && text.length <= limit, `${key} has ${text.length} characters`);
    }
  });
}

test('what is put into HTML is escaped, and into a button it is not', (t) => {
  const { en } = loadTexts();
  t.regex(en.html('home-owner', { name: '<b>&"' }), /&lt;b&gt;&amp;&quot;/);
  t.regex(en.plain('home-owner', { name: '<b>' }), /<b><b><\/b>/);
});

test('Russian counts in its own way', (t) => {
  const { ru } = loadTexts();
  const words = [1, 3, 5, 21].map((pushed) =>
    ru.plain('sync-done', { seconds: '1', applied: 0, pushed, conflicts: 0 }),
  );
  t.deepEqual(
    words.map((text) => /в неё (записан\S+ \d+ строк\S*?),/.exec(text)?.[1]),
    ['записана 1 строка', 'записаны 3 строки', 'записано 5 строк', 'записана 21 строка'],
  );
});

test('money has two digits and a dot in English, and the signs of the other languages there', (t) => {
  t.deepEqual(
    languages.map((language) => money(language, '15.00')),
    ['$15.00', 'US$15,00', '15,00\u{a0}$'],
  );
  t.is(money('en', '12345678901234567.89'), '$12,345,678,901,234,567.89', 'no digit is lost in a float');
  t.is(percent('en', '8.00'), '8.00%');
  t.is(seconds('en', 1234), '1.2');
  t.regex(instant('ru', new Date('2026-01-31T12:00:00Z')), /^31 янв\. 2026\sг\., 12:00:00 UTC$/);
});
