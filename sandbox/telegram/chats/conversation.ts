import { isDeepStrictEqual } from 'node:util';
import { badRequest, forbidden } from '../api-error.ts';
import type { Markup } from '../keyboards/markup.ts';
import type { Content, InlineKeyboard, Message, MessageFrame, MessageOrigin, TextQuote } from '../message.ts';
import { privateChatOf, userOf, type Person } from './people.ts';
import type { Chat, StoredMessage } from '../state.ts';
import type { InvoiceTerms } from '../payments/invoice.ts';
import { chatWith, findPerson, touch, type World } from '../world.ts';

export type Conversation = { person: Person; chat: Chat };

/** The chat that a `chat_id` names. Only private chats exist here, and their people have no public names. */
export function findConversation(world: World, chatId: string): Conversation {
  if (chatId === '') throw badRequest('chat_id is empty');
  const person = /^-?\d+$/.test(chatId) ? findPerson(world, Number(chatId)) : undefined;
  if (!person) throw badRequest('chat not found');
  return { person, chat: chatWith(world, person) };
}

/** As `findConversation`, for what changes the chat: refused when the account of its person is no more. */
export function findLiveConversation(world: World, chatId: string): Conversation {
  const conversation = findConversation(world, chatId);
  if (conversation.chat.deactivated) throw forbidden('user is deactivated');
  return conversation;
}

/** As `findLiveConversation`, for what the person would notice: refused before they have written, and when they block the bot. */
export function findOpenConversation(world: World, chatId: string): Conversation {
  const conversation = findLiveConversation(world, chatId);
  checkUnblocked(conversation.chat);
  if (!conversation.chat.started) throw forbidden("bot can't initiate conversation with a user");
  return conversation;
}

export function checkUnblocked({ blocked }: Chat): void {
  if (blocked) throw forbidden('bot was blocked by the user');
}

export function findMessage(chat: Chat, messageId: number): StoredMessage | undefined {
  return chat.messages.findLast(({ frame }) => frame.message_id === messageId);
}

/** A message that is gone, and that its person may still have before their eyes. */
export function findDeleted(chat: Chat, messageId: number): StoredMessage | undefined {
  return chat.deleted?.findLast(({ frame }) => frame.message_id === messageId);
}

/** The message as the Bot API shows it. */
export function messageOf({ frame, content, buttons }: StoredMessage): Message {
  return { ...frame, ...content, ...(buttons && { reply_markup: buttons }) };
}

/** A bot's message: what it says and what goes with it. */
export type Draft = {
  content: Content;
  markup: Markup | undefined;
  replyTo: StoredMessage | undefined;
  quote: TextQuote | undefined;
  isProtected: boolean;
  isSilent: boolean;
  /** Of the album that the message belongs to. */
  albumId?: string;
  /** Of a forwarded message. */
  origin?: MessageOrigin;
  /** Of an invoice. */
  terms?: InvoiceTerms;
};

export function writeAsBot(world: World, { person, chat }: Conversation, draft: Draft): Message {
  const { content, markup, replyTo } = draft;
  const frame: MessageFrame = {
    message_id: world.state.next.messageId++,
    from: world.bot,
    chat: privateChatOf(person),
    date: world.date(),
    ...(draft.origin && { forward_origin: draft.origin }),
    ...(replyTo && { reply_to_message: withoutReply(replyTo) }),
    ...(draft.quote && { quote: draft.quote }),
    ...(draft.albumId !== undefined && { media_group_id: draft.albumId }),
    ...(draft.isProtected && { has_protected_content: true }),
  };
  if (markup?.kind === 'reply') chat.keyboard = markup.keyboard;
  if (markup?.kind === 'remove') delete chat.keyboard;
  if (markup?.kind === 'force reply') {
    chat.forceReply = { messageId: frame.message_id, ...markup.placeholder };
  }
  delete chat.action;
  const silent = draft.isSilent && { silent: true as const };
  const terms = draft.terms && { terms: draft.terms };
  return add(world, chat, { side: 'bot', frame, content, ...looksOf(markup), ...silent, ...terms });
}

/** A message of the service about what one of the two has done, such as pinning. */
export function writeAsService(world: World, { person, chat }: Conversation, said: ServiceMessage): Message {
  const frame: MessageFrame = {
    message_id: world.state.next.messageId++,
    from: said.by === 'bot' ? world.bot : userOf(person),
    chat: privateChatOf(person),
    date: world.date(),
  };
  return add(world, chat, { side: said.by, frame, content: said.content, fixed: true });
}

export type ServiceMessage = { by: StoredMessage['side']; content: Content };

/** A person's message. The first one starts the conversation, whatever it says. */
export function writeAsPerson(
  world: World,
  { person, chat }: Conversation,
  { content, replyTo }: Pick<Draft, 'content' | 'replyTo'>,
): Message {
  const frame: MessageFrame = {
    message_id: world.state.next.messageId++,
    from: userOf(person),
    chat: privateChatOf(person),
    date: world.date(),
    ...(replyTo && { reply_to_message: withoutReply(replyTo) }),
  };
  chat.started = true;
  if (chat.keyboard?.oneTime) delete chat.keyboard;
  delete chat.forceReply;
  return add(world, chat, { side: 'user', frame, content });
}

export type Edit = { stored: StoredMessage; content: Content; buttons: InlineKeyboard | undefined };

/** Puts new content and buttons in place of the old ones. Throws when that would change nothing. */
export function editMessage(world: World, chat: Chat, { stored, content, buttons }: Edit): Message {
  if (isDeepStrictEqual([stored.content, stored.buttons], [content, buttons])) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same ' +
        'as a current content and reply markup of the message',
    );
  }
  stored.frame.edit_date = world.date();
  stored.content = content;
  if (buttons) stored.buttons = buttons;
  else delete stored.buttons;
  touch(world, chat);
  return messageOf(stored);
}

const rememberedDeleted = 50;

export function removeMessages(world: World, chat: Chat, removed: readonly StoredMessage[]): void {
  const isRemoved = new Set(removed);
  const ids = new Set(removed.map(({ frame }) => frame.message_id));
  chat.messages = chat.messages.filter((stored) => !isRemoved.has(stored));
  chat.pinned = chat.pinned?.filter((id) => !ids.has(id)) ?? [];
  chat.deleted = [...(chat.deleted ?? []), ...removed].slice(-rememberedDeleted);
  touch(world, chat);
}

function looksOf(markup: Markup | undefined): Pick<StoredMessage, 'buttons' | 'fixed'> {
  if (markup === undefined) return {};
  return markup.kind === 'inline' ? { buttons: markup.keyboard } : { fixed: true };
}

function add(world: World, chat: Chat, stored: StoredMessage): Message {
  chat.messages.push(stored);
  const surplus = chat.messages.length - world.settings.messagesPerChat;
  if (surplus > 0) chat.messages.splice(0, surplus);
  touch(world, chat);
  return messageOf(stored);
}

/** A reply shows the message it answers, but not what that one answered. */
export function withoutReply(stored: StoredMessage): Message {
  const { reply_to_message: _, quote: __, ...frame } = stored.frame;
  return messageOf({ ...stored, frame });
}
