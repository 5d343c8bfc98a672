import { z } from 'zod';
import { type Language, languages } from '../texts/language.ts';

/** What every bot process keeps in memory of a person: the name, and the language chosen with /language. */
export const KnownPerson = z.object({
  firstName: z.string(),
  username: z.string().nullable(),
  language: z.enum(languages).nullable(),
});
export type KnownPerson = z.output<typeof KnownPerson>;

/** Chosen language first, then Telegram's, then English. */
export function languageOf(known: KnownPerson | undefined, telegramCode: string | undefined): Language {
  if (known?.language) return known.language;
  const code = telegramCode?.toLowerCase().split('-')[0];
  return languages.find((language) => language === code) ?? 'en';
}
