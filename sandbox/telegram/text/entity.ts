/** An entity as a text's marks name it. A mention carries the id alone: who that is, is looked up later. */
export type ParsedEntity = {
  type: string;
  /** Both in UTF-16 units. */
  offset: number;
  length: number;
  url?: string;
  userId?: number;
  language?: string;
  custom_emoji_id?: string;
  unix_time?: number;
  date_time_format?: string;
};

export type ParsedText = { text: string; entities: ParsedEntity[] };

export const endOf = ({ offset, length }: ParsedEntity) => offset + length;

/** Which of two entities over the same characters comes first; those that are not here come between links and styles. */
const ranks: Record<string, number> = {
  blockquote: 0,
  expandable_blockquote: 0,
  pre: 11,
  code: 20,
  date_time: 30,
  text_link: 49,
  text_mention: 49,
  bold: 90,
  italic: 91,
  underline: 92,
  strikethrough: 93,
  spoiler: 94,
  custom_emoji: 99,
};

/** The server's order: by offset, the longer first, then by kind. */
export function inOrder(entities: readonly ParsedEntity[]): ParsedEntity[] {
  return entities.toSorted(
    (one, other) => one.offset - other.offset || other.length - one.length || rankOf(one) - rankOf(other),
  );
}

function rankOf({ type, language }: ParsedEntity): number {
  return type === 'pre' && language !== undefined ? 10 : (ranks[type] ?? 50);
}
