import type { Contact, Document, Location, PhotoSize } from './media/media-object.ts';

/**
 * The Bot API objects that the emulator makes, with the fields it fills and no others.
 * Names and shapes are Telegram's (core.telegram.org/bots/api); dates are Unix seconds, offsets UTF-16 units.
 */
export type User = {
  id: number;
  is_bot: boolean;
  first_name: string;
  username?: string;
  language_code?: string;
};

/** A private chat carries the id of its person. */
export type PrivateChat = { id: number; type: 'private'; first_name: string; username?: string };

export type MessageEntity = {
  type: string;
  offset: number;
  length: number;
  url?: string;
  user?: User;
  language?: string;
  custom_emoji_id?: string;
  unix_time?: number;
  date_time_format?: string;
};

export type InlineButton = {
  text: string;
  url?: string;
  callback_data?: string;
  web_app?: { url: string };
  copy_text?: { text: string };
  pay?: true;
  switch_inline_query?: string;
  switch_inline_query_current_chat?: string;
  style?: string;
  icon_custom_emoji_id?: string;
};

export type InlineKeyboard = { inline_keyboard: InlineButton[][] };

/** Who, where and when. */
export type MessageFrame = {
  message_id: number;
  from: User;
  chat: PrivateChat;
  date: number;
  edit_date?: number;
  reply_to_message?: Message;
  quote?: TextQuote;
  forward_origin?: MessageOrigin;
  has_protected_content?: true;
  /** Of an album: the same in all its messages. */
  media_group_id?: string;
};

/** The part of a message that a reply answers. */
export type TextQuote = { text: string; entities?: MessageEntity[]; position: number; is_manual: true };

/** Who wrote a forwarded message first, and when. */
export type MessageOrigin = { type: 'user'; sender_user: User; date: number };

/** What a message says. */
export type Content = {
  text?: string;
  entities?: MessageEntity[];
  link_preview_options?: Record<string, unknown>;
  photo?: PhotoSize[];
  document?: Document;
  location?: Location;
  contact?: Contact;
  caption?: string;
  caption_entities?: MessageEntity[];
  show_caption_above_media?: true;
  has_media_spoiler?: true;
  invoice?: Invoice;
  /** These are messages of the service about what one of the two has done. */
  pinned_message?: MaybeInaccessibleMessage;
  successful_payment?: SuccessfulPayment;
  refunded_payment?: RefundedPayment;
};

/** Amounts are in the smallest unit of the currency; of stars there is no smaller one. */
export type Invoice = {
  title: string;
  description: string;
  start_parameter: string;
  currency: string;
  total_amount: number;
};

export type RefundedPayment = {
  currency: string;
  total_amount: number;
  invoice_payload: string;
  telegram_payment_charge_id: string;
};

export type SuccessfulPayment = RefundedPayment & {
  provider_payment_charge_id: string;
  subscription_expiration_date?: number;
  is_recurring?: true;
  is_first_recurring?: true;
};

export type PreCheckoutQuery = {
  id: string;
  from: User;
  currency: string;
  total_amount: number;
  invoice_payload: string;
};

export type Message = MessageFrame & Content & { reply_markup?: InlineKeyboard };

/** A message, or what is left of one that was deleted. */
export type MaybeInaccessibleMessage = Message | { chat: PrivateChat; message_id: number; date: 0 };

export type CallbackQuery = {
  id: string;
  from: User;
  message: MaybeInaccessibleMessage;
  chat_instance: string;
  data: string;
};

type ChatMember = { status: 'member'; user: User } | { status: 'kicked'; user: User; until_date: number };

export type ChatMemberUpdated = {
  chat: PrivateChat;
  from: User;
  date: number;
  old_chat_member: ChatMember;
  new_chat_member: ChatMember;
};

/** What an update can carry: one field, named for its kind. */
export type UpdateContent =
  | { message: Message }
  | { edited_message: Message }
  | { callback_query: CallbackQuery }
  | { pre_checkout_query: PreCheckoutQuery }
  | { my_chat_member: ChatMemberUpdated };

export type Update = { update_id: number } & UpdateContent;
