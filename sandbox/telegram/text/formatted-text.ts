import { badRequest } from '../api-error.ts';
import { jsonOf, textOf, type CallParameters } from '../call-parameters.ts';
import { userOf } from '../chats/people.ts';
import type { MessageEntity } from '../message.ts';
import { findPerson, type World } from '../world.ts';
import { cleaned } from './cleaning.ts';
import { endOf, inOrder, type ParsedEntity, type ParsedText } from './entity.ts';
import { findEntities } from './found/found-entities.ts';
import { readEntities } from './given-entities.ts';
import { parseHtml } from './marks/html.ts';
import { parseMarkdownV2 } from './marks/markdown-v2.ts';
import { parseMarkdown } from './marks/markdown.ts';
import { nested, withFound } from './nesting.ts';
import { withoutTail } from './tail.ts';

/** A text as messages carry it. */
export type FormattedText = { text: string; entities: MessageEntity[] };

/** Longer than this, in bytes, and the server does not even parse it (source). */
const parsedBytes = 1 << 15;

const parsers: Record<string, (source: string) => ParsedText> = {
  html: parseHtml,
  markdown: parseMarkdown,
  markdownv2: parseMarkdownV2,
};

/** The text of a message. Throws when there is none, or when it is longer than a message may be. */
export function readText(world: World, parameters: CallParameters): FormattedText {
  const raw = textOf(parameters, 'text');
  if (raw === '') throw badRequest('message text is empty');
  const given = jsonOf(parameters, 'entities', 'message entities');
  const formatted = formatText(world, { raw, parseMode: textOf(parameters, 'parse_mode'), given });
  if (formatted.text === '') throw badRequest('text must be non-empty');
  if (formatted.text.length > world.settings.textLength) throw badRequest('message is too long');
  return formatted;
}

/** The caption of a photo or a document, which may be empty. */
export function readCaption(world: World, parameters: CallParameters): FormattedText {
  const caption = formatCaption(world, parameters);
  checkCaption(world, caption);
  return caption;
}

/** As `readCaption`, for where the server looks at the length only later. */
export function formatCaption(world: World, parameters: CallParameters): FormattedText {
  const raw = textOf(parameters, 'caption');
  const given = jsonOf(parameters, 'caption_entities', 'message entities');
  return formatText(world, { raw, parseMode: textOf(parameters, 'parse_mode'), given });
}

export function checkCaption({ settings }: World, { text }: FormattedText): void {
  if (text.length > settings.captionLength) throw badRequest('message caption is too long');
}

/** What a person writes has no marks; the server finds the same in it as in a bot's text. */
export function plainText(text: string): FormattedText {
  return { text, entities: findEntities(text) };
}

type Source = {
  raw: string;
  parseMode: string;
  /** The list of entities, as it was sent; of no account where there is a parse mode. */
  given: unknown;
};

export function formatText(world: World, source: Source): FormattedText {
  if (Buffer.byteLength(source.raw) > parsedBytes) throw badRequest('text is too long');
  const { text, entities } = trimmed(cleaned(parse(source)));
  const placed = withFound(entities, findEntities(text));
  return { text, entities: placed.flatMap((entity) => resolved(world, entity)) };
}

function parse({ raw, parseMode, given }: Source): ParsedText {
  const mode = parseMode.toLowerCase();
  if (raw === '' || mode === '' || mode === 'none') return { text: raw, entities: readEntities(given) };
  const parser = Object.hasOwn(parsers, mode) ? parsers[mode] : undefined;
  if (!parser) throw badRequest('unsupported parse_mode');
  return parser(raw);
}

/** Cuts white space at both ends, at the front only before the first entity. */
function trimmed({ text, entities }: ParsedText): ParsedText {
  const end = withoutTail(text, ' \n').length;
  const inner = nested(entities).filter(({ offset }) => offset < end);
  const firstEntity = Math.min(end, ...inner.map(({ offset }) => offset));
  const start = /^[ \n]*/.exec(text.slice(0, firstEntity))?.[0].length ?? 0;
  return {
    text: text.slice(start, end),
    entities: inOrder(
      inner.map((entity) => ({
        ...entity,
        offset: entity.offset - start,
        length: Math.min(endOf(entity), end) - entity.offset,
      })),
    ),
  };
}

/** A mention of somebody whom the bot has never met is left as text (assumed). */
function resolved(world: World, { userId, ...entity }: ParsedEntity): MessageEntity[] {
  if (userId === undefined) return [entity];
  if (userId === world.bot.id) return [{ ...entity, user: world.bot }];
  const person = findPerson(world, userId);
  return person ? [{ ...entity, user: userOf(person) }] : [];
}
