import type { Person } from '../chats/people.ts';
import type { World } from '../world.ts';
import type { Contact } from './media-object.ts';

/** Everybody's number is made of their id; Telegram gives numbers that begin so to nobody. */
function phoneNumberOf({ id }: Person): string {
  return `999${String(id).padStart(9, '0')}`;
}

/** The contact as a message shows it: with the id of whoever of the people here has the number. */
export function contactOf(world: World, contact: Omit<Contact, 'user_id'>): Contact {
  const digits = contact.phone_number.replaceAll(/\D/g, '');
  const person = world.state.people.find((one) => phoneNumberOf(one) === digits);
  return { ...contact, ...(person && { user_id: person.id }) };
}

/** What a person gives away with a button that asks for it. */
export function ownContact(person: Person): Contact {
  return { phone_number: phoneNumberOf(person), first_name: person.firstName, user_id: person.id };
}
