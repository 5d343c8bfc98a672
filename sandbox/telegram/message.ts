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

export type PhotoSize = {
  file_id: string;
  file_unique_id: string;
  width: number;
  height: number;
  file_size: number;
};

export type InlineButton = {
  text: string;
  url?: string;
  callback_data?: string;
  web_app?: { url: string };
  copy_text?: { text: string };
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
  has_protected_content?: true;
};

/** What a message says. */
export type Content = {
  text?: string;
  entities?: MessageEntity[];
  link_preview_options?: Record<string, unknown>;
  photo?: PhotoSize[];
  caption?: string;
  caption_entities?: MessageEntity[];
  show_caption_above_media?: true;
  has_media_spoiler?: true;
};

export type Message = MessageFrame & Content & { reply_markup?: InlineKeyboard };

export type CallbackQuery = {
  id: string;
  from: User;
  message: Message | { chat: PrivateChat; message_id: number; date: 0 };
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
  | { callback_query: CallbackQuery }
  | { my_chat_member: ChatMemberUpdated };

export type Update = { update_id: number } & UpdateContent;
