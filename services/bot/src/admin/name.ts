import type { Store } from '../store/store.ts';

/** What an employee is called: by the first name once he has written to the bot, till then by the id. */
export const nameOf = (store: Store, id: string): string => store.person(id)?.firstName ?? id;
