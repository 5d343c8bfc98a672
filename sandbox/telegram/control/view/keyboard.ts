import type { ReplyKeyboard } from '../../state.ts';

/** The keys below the input field. A press sends the text, or what the key of this text asks for. */
export type KeyboardView = {
  rows: string[][];
  placeholder?: string;
  /** It goes after the next message. */
  one_time?: true;
  /** It cannot be put away. */
  persistent?: true;
  asks?: Record<string, 'contact' | 'location'>;
};

export function viewKeyboard({ rows, placeholder, oneTime, persistent }: ReplyKeyboard): KeyboardView {
  const asking = rows.flat().flatMap(({ text, asks }) => (asks === undefined ? [] : [[text, asks] as const]));
  return {
    rows: rows.map((row) => row.map(({ text }) => text)),
    ...(placeholder !== undefined && { placeholder }),
    ...(oneTime && { one_time: true }),
    ...(persistent && { persistent }),
    ...(asking.length > 0 && { asks: Object.fromEntries(asking) }),
  };
}
