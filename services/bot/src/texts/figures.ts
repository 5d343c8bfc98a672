import type { Language } from './language.ts';

type Formats = {
  money: Intl.NumberFormat;
  percent: Intl.NumberFormat;
  tenths: Intl.NumberFormat;
  time: Intl.DateTimeFormat;
};

/** How each language writes figures. */
const formats: Readonly<Record<Language, Formats>> = {
  en: formatsOf('en-US'),
  id: formatsOf('id-ID'),
  ru: formatsOf('ru-RU'),
};

function formatsOf(locale: string): Formats {
  return {
    money: new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD', useGrouping: 'min2' }),
    percent: new Intl.NumberFormat(locale, { style: 'unit', unit: 'percent', minimumFractionDigits: 2 }),
    tenths: new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    time: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' }),
  };
}

/**
 * Amounts come as canonical decimal texts and never pass through a float: Intl formats such a text digit by digit. Its
 * type wants a literal, which a value read at run time cannot be.
 */
const decimal = (canonical: string) => canonical as Intl.StringNumericLiteral;

/** '15.00' → '$15.00' in English, with the language's own sign and separator elsewhere. */
export const money = (language: Language, canonical: string): string =>
  formats[language].money.format(decimal(canonical));

/** '8.00' → '8.00%'. */
export const percent = (language: Language, canonical: string): string =>
  formats[language].percent.format(decimal(canonical));

/** An instant in full, in UTC. */
export const instant = (language: Language, at: Date): string => `${formats[language].time.format(at)} UTC`;

/** Seconds with one digit: 1234 ms → '1.2'. */
export const seconds = (language: Language, ms: number): string => formats[language].tenths.format(ms / 1000);
