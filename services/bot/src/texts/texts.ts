import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { escapeHtml } from './html.ts';
import { type Language, languages } from './language.ts';
import type { Arguments, TextKey } from './variables.ts';

/** The bot's texts in one language. */
export type Texts = {
  readonly language: Language;
  /** A text for a message in HTML: what is put in is escaped. */
  html: <K extends TextKey>(key: K, ...values: Arguments<K>) => string;
  /** A text for a button, a toast or a command, where Telegram knows no markup. */
  plain: <K extends TextKey>(key: K, ...values: Arguments<K>) => string;
};

/** Reads every language once, at start. A file that does not parse is an error here and not in a chat. */
export function loadTexts(): Readonly<Record<Language, Texts>> {
  const [en, id, ru] = languages.map((language) => textsOf(language, loadBundle(language)));
  if (!en || !id || !ru) throw new Error('a language has no texts');
  return { en, id, ru };
}

/** Fluent's isolation marks are left out: they are invisible and break what people copy. */
export function loadBundle(language: Language): FluentBundle {
  const bundle = new FluentBundle(language, { useIsolating: false });
  const source = readFileSync(new URL(`${language}.ftl`, import.meta.url), 'utf8');
  const errors = bundle.addResource(new FluentResource(source));
  if (errors.length > 0) throw new Error(`${language}.ftl: ${errors.map((error) => error.message).join('; ')}`);
  return bundle;
}

type Values = Readonly<Record<string, string | number>>;

function textsOf(language: Language, bundle: FluentBundle): Texts {
  function format(key: TextKey, values: Values): string {
    const pattern = bundle.getMessage(key)?.value;
    if (!pattern) throw new Error(`${language}.ftl has no text ${key}`);
    return bundle.formatPattern(pattern, values);
  }
  return {
    language,
    html: (key, ...[values]) => format(key, escaped(values ?? {})),
    plain: (key, ...[values]) => format(key, values ?? {}),
  };
}

const escaped = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? escapeHtml(value) : value]),
  );
