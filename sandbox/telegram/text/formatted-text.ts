import { badRequest } from '../api-error.ts';
import { jsonOf, textOf, type CallParameters } from '../call-parameters.ts';
import { fieldsOf } from '../json-fields.ts';
import type { MessageEntity, User } from '../message.ts';
import { findEntities } from './found-entities.ts';
import { parseHtml, type FormattedText } from './html.ts';

/** Longer than this, in bytes, and the server does not even parse it (source). */
const parsedBytes = 1 << 15;

const entityTypes = new Set(
  (
    'bold italic underline strikethrough spoiler blockquote expandable_blockquote code pre ' +
    'text_link text_mention custom_emoji'
  ).split(' '),
);

/** The text of a message. Throws when there is none, or when it is longer than `limit` UTF-16 units. */
export function readText(parameters: CallParameters, limit: number): FormattedText {
  const raw = textOf(parameters, 'text');
  if (raw === '') throw badRequest('message text is empty');
  const formatted = readFormatted(parameters, raw, 'entities');
  if (formatted.text === '') throw badRequest('text must be non-empty');
  if (formatted.text.length > limit) throw badRequest('message is too long');
  return formatted;
}

/** The caption of a photo, which may be empty. */
export function readCaption(parameters: CallParameters, limit: number): FormattedText {
  const formatted = readFormatted(parameters, textOf(parameters, 'caption'), 'caption_entities');
  if (formatted.text.length > limit) throw badRequest('message caption is too long');
  return formatted;
}

function readFormatted(parameters: CallParameters, raw: string, entitiesName: string): FormattedText {
  if (Buffer.byteLength(raw) > parsedBytes) throw badRequest('text is too long');
  return tidy(parse(parameters, raw, entitiesName));
}

function parse(parameters: CallParameters, raw: string, entitiesName: string): FormattedText {
  const mode = textOf(parameters, 'parse_mode').toLowerCase();
  if (raw === '' || mode === '' || mode === 'none') {
    return { text: raw, entities: readEntities(jsonOf(parameters, entitiesName, 'message entities')) };
  }
  if (mode === 'html') return parseHtml(raw);
  if (mode === 'markdown' || mode === 'markdownv2') {
    throw badRequest("can't parse entities: this emulator parses HTML only, use it or entities");
  }
  throw badRequest('unsupported parse_mode');
}

function readEntities(value: unknown): MessageEntity[] {
  if (!Array.isArray(value)) return [];
  return value.map(readEntity).filter((entity) => entity !== undefined);
}

/** Kinds that the server finds by itself (commands, addresses) are ignored where a bot names them, as there. */
function readEntity(value: unknown): MessageEntity | undefined {
  const fields = fieldsOf(value, 'expected an Object', "can't parse MessageEntity");
  const type = fields.text('type');
  const entity = { type, offset: fields.integer('offset'), length: fields.integer('length') };
  if (!entityTypes.has(type)) return undefined;
  if (type === 'text_link') return { ...entity, url: fields.text('url') };
  // Checked by the conformance observer; the emulator only carries it.
  if (type === 'text_mention') return { ...entity, user: fields.raw('user') as User };
  if (type === 'custom_emoji') return { ...entity, custom_emoji_id: fields.text('custom_emoji_id') };
  const language = type === 'pre' ? fields.optionalText('language') : undefined;
  return language === undefined ? entity : { ...entity, language };
}

/** Cuts white space at both ends (at the front only before the first entity), and puts the entities in order. */
function tidy({ text, entities }: FormattedText): FormattedText {
  const end = text.trimEnd().length;
  const firstEntity = Math.min(end, ...entities.map((entity) => entity.offset));
  const start = /^[ \n]*/.exec(text.slice(0, firstEntity))?.[0].length ?? 0;
  const trimmed = text.slice(start, end);
  const kept = entities
    .map((entity) => within(entity, start, end))
    .filter((entity) => entity.length > 0)
    .filter((entity, index, all) => !insideCode(entity, index, all));
  return { text: trimmed, entities: inOrder([...kept, ...findEntities(trimmed, kept)]) };
}

function within(entity: MessageEntity, start: number, end: number): MessageEntity {
  const from = Math.max(entity.offset, start);
  const to = Math.min(entity.offset + entity.length, end);
  return { ...entity, offset: from - start, length: to - from };
}

/** Nothing nests in code: the server drops what is marked inside it, and code within code. */
function insideCode(entity: MessageEntity, index: number, all: readonly MessageEntity[]): boolean {
  return all.some((other, otherIndex) => {
    if (otherIndex === index || !isCode(other) || !contains(other, entity)) return false;
    return !isCode(entity) || !contains(entity, other) || otherIndex < index;
  });
}

function isCode(entity: MessageEntity): boolean {
  return entity.type === 'code' || entity.type === 'pre';
}

function contains(outer: MessageEntity, inner: MessageEntity): boolean {
  return outer.offset <= inner.offset && inner.offset + inner.length <= outer.offset + outer.length;
}

function inOrder(entities: MessageEntity[]): MessageEntity[] {
  return entities.sort((one, other) => one.offset - other.offset || other.length - one.length);
}
