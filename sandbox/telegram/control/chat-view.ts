import type { InlineButton, MessageEntity } from '../message.ts';
import type { Person } from '../chats/people.ts';
import type { StoredMessage } from '../state.ts';
import { chatWith, type World } from '../world.ts';

/** A chat as its person sees it. */
export type ChatView = {
  /** Grows with every change of the chat. */
  revision: number;
  started: boolean;
  blocked: boolean;
  messages: MessageView[];
  /** The reply keyboard below the input field: a press sends the text. */
  keyboard?: { rows: string[][]; placeholder?: string };
  /** What the bot is shown as doing, such as "typing". */
  action?: string;
};

export type MessageView = {
  message_id: number;
  from: 'bot' | 'user';
  /** Unix seconds. */
  date: number;
  text?: string;
  caption?: string;
  /** Of the text or the caption, as in the Bot API. */
  entities?: MessageEntity[];
  /** The path of the picture on this server. */
  photo?: { path: string; width: number; height: number };
  buttons?: ButtonView[][];
  edited?: true;
  reply_to?: number;
};

export type ButtonView = { text: string; data?: string; url?: string; copy?: string; style?: string };

export function viewChat(world: World, person: Person): ChatView {
  const { revision, started, blocked, messages, keyboard, action } = chatWith(world, person);
  const isActing = action !== undefined && action.untilMs > world.clock.now();
  return {
    revision,
    started,
    blocked,
    messages: messages.map(viewMessage),
    ...(keyboard && {
      keyboard: {
        rows: keyboard.rows.map((row) => row.map(({ text }) => text)),
        ...(keyboard.placeholder !== undefined && { placeholder: keyboard.placeholder }),
      },
    }),
    ...(isActing && { action: action.name }),
  };
}

function viewMessage({ side, frame, content, buttons }: StoredMessage): MessageView {
  const { text, caption, photo } = content;
  const entities = content.entities ?? content.caption_entities;
  const picture = photo?.at(-1);
  return {
    message_id: frame.message_id,
    from: side,
    date: frame.date,
    ...(text !== undefined && { text }),
    ...(caption !== undefined && { caption }),
    ...(entities && { entities }),
    ...(picture && {
      photo: { path: `/control/photos/${picture.file_id}`, width: picture.width, height: picture.height },
    }),
    ...(buttons && { buttons: buttons.inline_keyboard.map((row) => row.map(viewButton)) }),
    ...(frame.edit_date !== undefined && { edited: true }),
    ...(frame.reply_to_message && { reply_to: frame.reply_to_message.message_id }),
  };
}

function viewButton({
  text,
  callback_data: data,
  url,
  web_app: app,
  copy_text: copied,
  style,
}: InlineButton): ButtonView {
  const link = url ?? app?.url;
  return {
    text,
    ...(data !== undefined && { data }),
    ...(link !== undefined && { url: link }),
    ...(copied && { copy: copied.text }),
    ...(style !== undefined && { style }),
  };
}
