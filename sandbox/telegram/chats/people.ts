import { z } from 'zod';
import type { PrivateChat, User } from '../message.ts';

/** A person with Telegram installed. `id` is the Telegram user id, and the id of the private chat with the bot. */
export const personSchema = z.strictObject({
  id: z
    .int()
    .positive()
    .max(2 ** 52),
  firstName: z.string().min(1).max(64),
  username: z
    .string()
    .regex(/^[A-Za-z]\w{3,31}$/)
    .optional(),
  languageCode: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/),
});

export type Person = z.infer<typeof personSchema>;

/** Who is there when nobody else is named. All invented. */
export const samplePeople: readonly Person[] = [
  { id: 1001, firstName: 'Nadia', username: 'nadia_owner', languageCode: 'en' },
  { id: 2001, firstName: 'Budi', username: 'budi_shift', languageCode: 'id' },
  { id: 2002, firstName: 'Lena', username: 'lena_shift', languageCode: 'ru' },
  { id: 3001, firstName: 'Tom', languageCode: 'en' },
];

export function userOf(person: Person): User {
  return {
    id: person.id,
    is_bot: false,
    first_name: person.firstName,
    ...(person.username !== undefined && { username: person.username }),
    language_code: person.languageCode,
  };
}

export function privateChatOf(person: Person): PrivateChat {
  return {
    id: person.id,
    first_name: person.firstName,
    ...(person.username !== undefined && { username: person.username }),
    type: 'private',
  };
}
