import type { InlineButton, Invoice, MessageEntity, RefundedPayment } from '../message.ts';
import type { Person } from '../chats/people.ts';
import type { StoredMessage } from '../state.ts';
import { chatWith, type World } from '../world.ts';
import { viewKeyboard, type KeyboardView } from './keyboard-view.ts';
import { viewMedia, type MediaView } from './media-view.ts';

/** A chat as its person sees it. */
export type ChatView = {
  /** Grows with every change of the chat. */
  revision: number;
  started: boolean;
  blocked: boolean;
  messages: MessageView[];
  /** The reply keyboard below the input field. */
  keyboard?: KeyboardView;
  /** The ids of pinned messages, the latest pinned last. */
  pinned?: number[];
  /** What the bot is shown as doing, such as "typing". */
  action?: string;
};

export type MessageView = MediaView & {
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
  /** Sent without a sound. */
  silent?: true;
  /** What is sold; a press of the button with `pay` is POST /control/pay. */
  invoice?: { title: string; description: string; currency: string; total_amount: number };
  /** Messages of the service: this one was pinned, so much was paid or given back. */
  pinned_message_id?: number;
  paid?: { currency: string; total_amount: number };
  refunded?: { currency: string; total_amount: number };
};

export type ButtonView = { text: string; data?: string; url?: string; copy?: string; pay?: true; style?: string };

export function viewChat(world: World, person: Person): ChatView {
  const { revision, started, blocked, messages, keyboard, action, pinned = [] } = chatWith(world, person);
  const isActing = action !== undefined && action.untilMs > world.clock.now();
  return {
    revision,
    started,
    blocked,
    messages: messages.map(viewMessage),
    ...(keyboard && { keyboard: viewKeyboard(keyboard) }),
    ...(pinned.length > 0 && { pinned }),
    ...(isActing && { action: action.name }),
  };
}

function viewMessage(stored: StoredMessage): MessageView {
  const { side, frame, content, buttons, silent } = stored;
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
    ...(silent && { silent }),
    ...(content.invoice && { invoice: viewInvoice(content.invoice) }),
    ...(content.successful_payment && { paid: viewMoney(content.successful_payment) }),
    ...(content.refunded_payment && { refunded: viewMoney(content.refunded_payment) }),
    ...(content.pinned_message && { pinned_message_id: content.pinned_message.message_id }),
  };
}

function viewInvoice({ title, description, currency, total_amount }: Invoice) {
  return { title, description, currency, total_amount };
}

function viewMoney({ currency, total_amount }: RefundedPayment) {
  return { currency, total_amount };
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
