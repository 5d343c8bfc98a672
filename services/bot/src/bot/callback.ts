import { type Language, languages } from '../texts/language.ts';

type Value = string | number;

/** Reads one argument out of a button's data; null for what no button of ours holds. It is written as its plain text. */
type Read<V extends Value> = (text: string) => V | null;

const id: Read<string> = (text) => (/^[1-9]\d{0,15}$/.test(text) ? text : null);

const count: Read<number> = (text) => (/^(0|[1-9]\d{0,8})$/.test(text) ? Number(text) : null);

const oneOf =
  <const V extends string>(values: readonly V[]): Read<V> =>
  (text) =>
    values.find((value) => value === text) ?? null;

/** The fields of an employee that an administrator may edit here. */
export const payFields = ['hourlyWage', 'salesCommission'] as const;
export type PayField = (typeof payFields)[number];

/** Every action of a button with its arguments, in the order in which they are written. */
const actions = {
  home: {},
  help: {},
  pay: {},
  rates: {},
  ranks: {},
  languages: {},
  language: { to: oneOf<Language>(languages) },
  employees: { page: count },
  employee: { id },
  edit: { id, field: oneOf(payFields) },
  cancel: {},
  stats: {},
  sync: {},
  hold: { hold: count, decision: oneOf(['approve', 'refuse']) },
} as const satisfies Record<string, Record<string, Read<Value>>>;

type Actions = typeof actions;
export type Action = keyof Actions;

type ValueOf<R> = R extends Read<infer V> ? V : never;
export type ArgumentsOf<A extends Action> = { [Name in keyof Actions[A]]: ValueOf<Actions[A][Name]> };

/** No argument for an action without any, else one object. */
export type Given<A extends Action> = keyof Actions[A] extends never ? [] : [ArgumentsOf<A>];

export const allActions = Object.keys(actions);

const version = 'v1';

/** What Telegram accepts as data of a button, in bytes. */
export const maxDataBytes = 64;

const readersOf = (action: Action) => Object.entries<Read<Value>>(actions[action]);

/** `v1|edit|700100001|hourlyWage`: at most 64 bytes for every action, which a property test holds. */
export function buttonData<A extends Action>(action: A, ...[values]: Given<A>): string {
  const given: Readonly<Record<string, Value>> = values ?? {};
  return [version, action, ...readersOf(action).map(([name]) => String(given[name]))].join('|');
}

/** The arguments when `data` is a button of this action; null for any other, older or forged data. */
export function readButton<A extends Action>(data: string, action: A): ArgumentsOf<A> | null {
  const [prefix, name, ...parts] = data.split('|');
  const readers = readersOf(action);
  if (prefix !== version || name !== action || parts.length !== readers.length) return null;
  const values = readers.map(([argument, read], place) => [argument, read(parts[place] ?? '')] as const);
  if (values.some(([, value]) => value === null)) return null;
  // Every argument of the action was read by its own reader just above.
  return Object.fromEntries(values) as ArgumentsOf<A>;
}
