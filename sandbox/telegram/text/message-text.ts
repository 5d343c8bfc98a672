import type { Content } from '../message.ts';
import type { FormattedText } from './formatted-text.ts';

export function asText({ text, entities }: FormattedText): Content {
  return { text, ...(entities.length > 0 && { entities }) };
}

/** The content with another caption; a text has none, and stays as it is. */
export function withCaption(content: Content, caption: Content): Content {
  if (content.text !== undefined) return content;
  const { caption: _, caption_entities: __, show_caption_above_media: ___, ...media } = content;
  return { ...media, ...caption };
}

/** An empty caption is no caption. */
export function asCaption({ text, entities }: FormattedText): Content {
  if (text === '') return {};
  return { caption: text, ...(entities.length > 0 && { caption_entities: entities }) };
}
