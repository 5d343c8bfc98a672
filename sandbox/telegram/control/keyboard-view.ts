import type { ReplyKeyboard } from '../state.ts';

/** The keys below the input field. A press sends the text, or what the key of this text asks for. */
export type KeyboardView = {
  rows: string[][];
  placeholder?: string;
  asks?: Record<string, 'contact' | 'location'>;
};

export function viewKeyboard({ rows, placeholder }: ReplyKeyboard): KeyboardView {
  const asking = rows.flat().flatMap(({ text, asks }) => (asks === undefined ? [] : [[text, asks] as const]));
  return {
    rows: rows.map((row) => row.map(({ text }) => text)),
    ...(placeholder !== undefined && { placeholder }),
    ...(asking.length > 0 && { asks: Object.fromEntries(asking) }),
  };
}
