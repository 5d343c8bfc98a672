import { badRequest } from '../api-error.ts';
import { fieldsOf, isObject, type Fields } from '../json-fields.ts';
import { checkedFormat } from './date-format.ts';
import type { ParsedEntity } from './entity.ts';
import { checkLink } from './links/link.ts';
import { mentionedUser } from './links/tg-link.ts';

const context = "can't parse MessageEntity";

const plainTypes = new Set(
  'bold italic underline strikethrough spoiler blockquote expandable_blockquote code'.split(' '),
);

/** The server finds these by itself, and ignores them where a bot names them. */
const foundTypes = new Set('mention hashtag cashtag bot_command url email phone_number bank_card_number'.split(' '));

/** The `entities` of a call. What is no list is no entities. */
export function readEntities(value: unknown): ParsedEntity[] {
  if (!Array.isArray(value)) return [];
  return value.map(readEntity).filter((entity) => entity !== undefined);
}

function readEntity(value: unknown): ParsedEntity | undefined {
  const fields = fieldsOf(value, 'expected an Object', context);
  const span = { offset: fields.integer('offset'), length: fields.integer('length') };
  const type = fields.text('type');
  if (type === '') throw fields.complaint('Type is not specified');
  if (plainTypes.has(type)) return { type, ...span };
  if (foundTypes.has(type)) return undefined;
  const read = readers[type];
  if (!read) throw fields.complaint('Unsupported type specified');
  return { type, ...span, ...read(fields) };
}

const readers: Record<string, (fields: Fields) => Partial<ParsedEntity>> = {
  pre(fields) {
    const language = fields.optionalText('language') ?? '';
    return language === '' ? {} : { language };
  },
  text_link(fields) {
    const link = fields.text('url');
    const userId = mentionedUser(link);
    if (userId !== undefined) return { type: 'text_mention', userId };
    const checked = checkLink(link);
    if ('problem' in checked) throw badRequest(`Entity URL '${link}' is invalid: ${checked.problem}`);
    return { url: checked.url };
  },
  text_mention(fields) {
    const user = fields.raw('user');
    if (user === undefined) throw fields.complaint('Can\'t find field "user"');
    if (!isObject(user)) throw fields.complaint('Field "user" must be of type Object');
    return { userId: fieldsOf(user, '', context).integer('id') };
  },
  custom_emoji: (fields) => ({ custom_emoji_id: fields.text('custom_emoji_id') }),
  date_time(fields) {
    const unixTime = fields.integer('unix_time');
    const format = checkedFormat(fields.optionalText('date_time_format') ?? '');
    if (format === undefined) throw fields.complaint('Invalid date-time format specified');
    if (unixTime <= 0) throw badRequest('Invalid date specified');
    return { unix_time: unixTime, date_time_format: format };
  },
};
