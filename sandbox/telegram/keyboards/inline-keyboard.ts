import { badRequest } from '../api-error.ts';
import { fieldsOf, type Fields } from '../json-fields.ts';
import type { InlineButton } from '../message.ts';
import type { Settings } from '../settings.ts';
import { checkLink } from '../text/links/link.ts';

const context = "can't parse inline keyboard button";
const styles = new Set(['danger', 'success', 'primary']);
/** Kinds of button that belong to parts of Telegram which are not emulated. */
const notEmulated = ['callback_game', 'login_url', 'switch_inline_query_chosen_chat'];

/** Buttons without a text and rows without buttons are dropped, as on the server. */
export function readInlineRows(rows: readonly unknown[], settings: Settings): InlineButton[][] {
  const parsed = rows.map((row) => {
    if (!Array.isArray(row)) {
      throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
    }
    return row.map(readButton).filter((button) => button.text !== '');
  });
  const kept = parsed.filter((row) => row.length > 0);
  if (kept.flat().length > settings.inlineButtons) throw badRequest('reply markup is too long');
  for (const button of kept.flat()) checkSizes(button, settings);
  return kept;
}

function readButton(value: unknown): InlineButton {
  const fields = fieldsOf(value, 'InlineKeyboardButton must be an Object', context);
  const text = fields.text('text');
  return { text, ...readLooks(fields), ...readAction(fields, text) };
}

function readLooks(fields: Fields): { icon_custom_emoji_id?: string; style?: string } {
  const icon = fields.optionalText('icon_custom_emoji_id');
  const style = fields.optionalText('style');
  if (style !== undefined && !styles.has(style)) throw fields.complaint('invalid button style specified');
  return { ...(icon !== undefined && { icon_custom_emoji_id: icon }), ...(style !== undefined && { style }) };
}

/** What a press does. Where a button names several actions, the server takes the first in this order. */
function readAction(fields: Fields, text: string): Omit<InlineButton, 'text'> {
  const url = fields.optionalText('url');
  if (url !== undefined && url !== '') return { url: buttonLink(url) };
  const data = fields.optionalText('callback_data');
  if (data !== undefined && data !== '') return { callback_data: data };
  if (fields.has('pay')) return { pay: true };
  const unknown = notEmulated.find(fields.has);
  if (unknown !== undefined) throw badRequest(`this emulator has no buttons with "${unknown}"`);
  if (fields.has('switch_inline_query')) return { switch_inline_query: fields.text('switch_inline_query') };
  if (fields.has('switch_inline_query_current_chat')) {
    return { switch_inline_query_current_chat: fields.text('switch_inline_query_current_chat') };
  }
  if (fields.has('web_app')) return { web_app: { url: buttonLink(inner(fields, 'web_app').text('url')) } };
  if (fields.has('copy_text')) return { copy_text: { text: inner(fields, 'copy_text').text('text') } };
  // A button whose text is empty is dropped with whatever it lacks.
  if (text === '') return {};
  throw badRequest(`${context}: Text buttons are unallowed in the inline keyboard`);
}

function inner(fields: Fields, name: string): Fields {
  return fieldsOf(fields.raw(name), `Field "${name}" must be of type Object`, context);
}

function buttonLink(link: string): string {
  const checked = checkLink(link);
  if ('url' in checked) return checked.url;
  throw badRequest(`inline keyboard button URL '${link}' is invalid: ${checked.problem}`);
}

function checkSizes(button: InlineButton, settings: Settings): void {
  const data = button.callback_data;
  if (data !== undefined && Buffer.byteLength(data) > settings.callbackDataBytes) {
    throw badRequest('BUTTON_DATA_INVALID');
  }
  const copied = button.copy_text?.text;
  if (copied !== undefined && (copied.length < 1 || copied.length > 256)) throw badRequest('BUTTON_COPY_TEXT_INVALID');
}
