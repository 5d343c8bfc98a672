export type Role = 'owner' | 'employee' | 'customer';

export type SandboxPerson = {
  /** The Telegram user id. */
  id: number;
  name: string;
  username: string;
  role: Role;
  language: 'en' | 'id' | 'ru';
};

/** The people of the sandbox, all invented. The bot takes the owner from its settings and employees from the workbook. */
export const people: readonly SandboxPerson[] = [
  { id: 700100001, name: 'Marta Lindqvist', username: 'marta_owner', role: 'owner', language: 'en' },
  { id: 700100002, name: 'Dewi Anggraini', username: 'dewi_shift', role: 'employee', language: 'id' },
  { id: 700100003, name: 'Лев Соколов', username: 'lev_shift', role: 'employee', language: 'ru' },
  { id: 700100004, name: 'Owen Tregarth', username: 'owen_buys', role: 'customer', language: 'en' },
];
