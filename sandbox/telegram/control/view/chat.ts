import type { InlineButton, MessageEntity } from '../../message.ts';
import type { Person } from '../../chats/people.ts';
import type { Chat, StoredMessage } from '../../state.ts';
import { chatWith, type World } from '../../world.ts';
import { viewKeyboard, type KeyboardView } from './keyboard.ts';
import { viewMedia, type MediaView } from './media.ts';
import { viewMoney, type MoneyView } from './money.ts';

/** A chat as its person sees it. */
export type ChatView = {
  /** Grows with every change of the chat. */
  revision: number;
  started: boolean;
  blocked: boolean;
  messages: MessageView[];
  /** The reply keyboard below the input field. */
  keyboard?: KeyboardView;
  /** The bot asks for an answer to this message. */
  force_reply?: { message_id: number; placeholder?: string };
  /** The ids of pinned messages, the latest pinned last. */
  pinned?: number[];
  /** What the bot is shown as doing, such as "typing". */
  action?: string;
};

export type MessageView = MediaView &
  MoneyView & {
    message_id: number;
    from: 'bot' | 'user';
    /** Unix seconds. */
    date: number;
    text?: string;
    caption?: string;
    /** Of the text or the caption, as in the Bot API. */
    entities?: MessageEntity[];
    buttons?: ButtonView[][];
    edited?: true;
    reply_to?: number;
    /** The part of that message which is answered. */
    quote?: string;
    /** The first name of who wrote a forwarded message first. */
    forwarded_from?: string;
    /** The emoji that the bot has put to it. */
    reaction?: string;
    /** Sent without a sound. */
    silent?: true;
    /** A message of the service: this one was pinned. */
    pinned_message_id?: number;
  };

export type ButtonView = { text: string; data?: string; url?: string; copy?: string; pay?: true; style?: string };

export function viewChat(world: World, person: Person): ChatView {
  const { revision, started, blocked, messages, keyboard, action, pinned = [], forceReply } = chatWith(world, person);
  const isActing = action !== undefined && action.untilMs > world.clock.now();
  return {
    revision,
    started,
    blocked,
    messages: messages.map(viewMessage),
    ...(keyboard && { keyboard: viewKeyboard(keyboard) }),
    ...(forceReply && { force_reply: viewForceReply(forceReply) }),
    ...(pinned.length > 0 && { pinned }),
    ...(isActing && { action: action.name }),
  };
}

function viewMessage(stored: StoredMessage): MessageView {
  const { side, frame, content, buttons, silent, reaction } = stored;
  const { text, caption } = content;
  const entities = content.entities ?? content.caption_entities;
  return {
    message_id: frame.message_id,
    from: side,
    date: frame.date,
    ...(text !== undefined && { text }),
    ...(caption !== undefined && { caption }),
    ...(entities && { entities }),
    ...viewMedia(stored),
    ...(buttons && { buttons: buttons.inline_keyboard.map((row) => row.map(viewButton)) }),
    ...(frame.edit_date !== undefined && { edited: true }),
    ...(frame.reply_to_message && { reply_to: frame.reply_to_message.message_id }),
    ...(frame.quote && { quote: frame.quote.text }),
    ...(frame.forward_origin && { forwarded_from: frame.forward_origin.sender_user.first_name }),
    ...(reaction !== undefined && { reaction }),
    ...(silent && { silent }),
    ...viewMoney(content),
    ...(content.pinned_message && { pinned_message_id: content.pinned_message.message_id }),
  };
}

function viewForceReply({ messageId, placeholder }: NonNullable<Chat['forceReply']>) {
  return { message_id: messageId, ...(placeholder !== undefined && { placeholder }) };
}

function viewButton({
  text,
  callback_data: data,
  url,
  web_app: app,
  copy_text: copied,
  pay,
  style,
}: InlineButton): ButtonView {
  const link = url ?? app?.url;
  return {
    text,
    ...(data !== undefined && { data }),
    ...(link !== undefined && { url: link }),
    ...(copied && { copy: copied.text }),
    ...(pay && { pay }),
    ...(style !== undefined && { style }),
  };
}
