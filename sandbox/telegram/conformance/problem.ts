/** What is wrong, with its place, as in `sendMessage.text: is missing`. */
export type Problem = string;

/** Looks at one value; `at` is its place. */
export type Check = (value: unknown, at: string) => readonly Problem[];

/** Nothing is wrong: one list for the many values of which that holds. */
export const fine: readonly Problem[] = [];

export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
