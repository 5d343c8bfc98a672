import { badRequest } from '../api-error.ts';
import type { Fields } from '../json-fields.ts';
import type { TextQuote } from '../message.ts';
import type { StoredMessage } from '../state.ts';
import { formatText } from '../text/formatted-text.ts';
import type { World } from '../world.ts';

/** The only kinds of entity that a quote may have. */
const quotable = new Set('bold italic underline strikethrough spoiler custom_emoji date_time'.split(' '));

/**
 * The `quote` of reply parameters, which must stand in the answered text as it is. `quote_position` says which one is
 * meant where it stands there several times; elsewhere the nearest is taken (assumed).
 */
export function readQuote(world: World, fields: Fields, { content }: StoredMessage): TextQuote | undefined {
  const formatted = formatText(world, {
    raw: fields.optionalText('quote') ?? '',
    parseMode: fields.optionalText('quote_parse_mode') ?? '',
    given: fields.raw('quote_entities'),
  });
  if (formatted.text === '') return undefined;
  const wanted = fields.has('quote_position') ? fields.integer('quote_position') : 0;
  const position = nearestPlace(content.text ?? content.caption ?? '', formatted.text, wanted);
  if (position === undefined) throw badRequest('QUOTE_TEXT_INVALID');
  const entities = formatted.entities.filter(({ type }) => quotable.has(type));
  return { text: formatted.text, ...(entities.length > 0 && { entities }), position, is_manual: true };
}

function nearestPlace(text: string, quote: string, wanted: number): number | undefined {
  const after = text.indexOf(quote, wanted);
  const before = text.lastIndexOf(quote, wanted);
  const places = [before, after].filter((place) => place >= 0);
  return places.toSorted((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted))[0];
}
