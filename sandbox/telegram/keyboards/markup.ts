import { badRequest } from '../api-error.ts';
import { jsonOf, type CallParameters } from '../call-parameters.ts';
import { readInlineRows } from './inline-keyboard.ts';
import { fieldsOf, type Fields } from '../json-fields.ts';
import type { InlineKeyboard } from '../message.ts';
import type { Settings } from '../settings.ts';
import type { ReplyKey, ReplyKeyboard } from '../state.ts';

export type Markup =
  | { kind: 'inline'; keyboard: InlineKeyboard }
  | { kind: 'reply'; keyboard: ReplyKeyboard }
  | { kind: 'remove' }
  | { kind: 'force reply'; placeholder: { placeholder?: string } };

/** The `reply_markup` of a message to be sent; undefined where it is missing or empty. */
export function readMarkup(parameters: CallParameters, settings: Settings): Markup | undefined {
  const value = jsonOf(parameters, 'reply_markup', 'reply keyboard markup');
  if (value === undefined) return undefined;
  const fields = fieldsOf(value, 'Object expected as reply markup');
  const rows = (fields.array('keyboard') ?? []).map(readReplyRow).filter((row) => row.length > 0);
  if (rows.length > 0) return { kind: 'reply', keyboard: replyKeyboard(fields, rows) };
  const inlineRows = readInlineRows(fields.array('inline_keyboard') ?? [], settings);
  if (inlineRows.length > 0) return { kind: 'inline', keyboard: { inline_keyboard: inlineRows } };
  if (fields.optionalBoolean('remove_keyboard')) return { kind: 'remove' };
  if (fields.optionalBoolean('force_reply')) return { kind: 'force reply', placeholder: placeholderOf(fields) };
  return undefined;
}

/** The `reply_markup` of an edit, which can only be inline; none takes the buttons away. */
export function readInlineMarkup(parameters: CallParameters, settings: Settings): InlineKeyboard | undefined {
  const markup = readMarkup(parameters, settings);
  if (markup === undefined) return undefined;
  if (markup.kind !== 'inline') throw badRequest('inline keyboard expected');
  return markup.keyboard;
}

function readReplyRow(row: unknown): ReplyKey[] {
  if (!Array.isArray(row)) throw badRequest('field "keyboard" must be an Array of Arrays');
  return row.map(readReplyButton).filter((button) => button.text !== '');
}

function readReplyButton(value: unknown): ReplyKey {
  if (typeof value === 'string') return { text: value };
  const complaint = 'KeyboardButton must be a String or an Object';
  const fields = fieldsOf(value, complaint, "can't parse keyboard button");
  return { text: fields.text('text'), ...asked(fields) };
}

/** Buttons that ask for other things (a poll, a person, a chat) are shown and send their text, which the real ones do not. */
function asked(fields: Fields): Pick<ReplyKey, 'asks'> {
  if (fields.optionalBoolean('request_contact')) return { asks: 'contact' };
  return fields.optionalBoolean('request_location') ? { asks: 'location' } : {};
}

function replyKeyboard(fields: Fields, rows: ReplyKeyboard['rows']): ReplyKeyboard {
  return {
    rows,
    oneTime: fields.optionalBoolean('one_time_keyboard'),
    ...(fields.optionalBoolean('is_persistent') && { persistent: true as const }),
    ...placeholderOf(fields),
  };
}

function placeholderOf(fields: Fields): { placeholder?: string } {
  const placeholder = fields.optionalText('input_field_placeholder');
  return placeholder === undefined ? {} : { placeholder };
}
