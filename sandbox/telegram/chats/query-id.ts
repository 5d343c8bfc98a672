import type { State } from '../state.ts';
import type { Person } from './people.ts';

/**
 * The id of a question that a person's act puts to the bot; no other question has it. It is long enough never to be
 * taken for the index of an array, so that a table of questions keeps the order of their making.
 */
export function newQueryId({ next }: State, { id }: Person): string {
  return `${id}${String(next.callback++).padStart(12, '0')}`;
}
