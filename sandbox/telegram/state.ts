import { isObject } from './json-fields.ts';
import type { Content, InlineButton, InlineKeyboard, MessageFrame, Update } from './message.ts';
import type { Person } from './chats/people.ts';
import type { InvoiceTerms } from './payments/invoice.ts';
import type { StoredFile } from './media/file/stored.ts';

/** Everything that Telegram would still know after a restart: plain JSON, written to the data file as it is. */
export type State = {
  people: Person[];
  /** By person id. */
  chats: Record<string, Chat>;
  updates: QueuedUpdate[];
  /** The last `allowed_updates`; null is the default set. */
  allowedUpdates: string[] | null;
  webhook: Webhook | null;
  profile: Profile;
  commands: CommandList[];
  /** By chat id, or 'default'. */
  menuButtons: Record<string, MenuButton>;
  callbacks: Record<string, Callback>;
  /** By the id of the query that asked the bot. */
  payments: Record<string, Payment>;
  /** By the last part of the link. */
  invoiceLinks: Record<string, InvoiceTerms>;
  /** By file id. */
  files: Record<string, StoredFile>;
  /** How far its time is from that of the machine. */
  clockOffsetMs: number;
  next: Counters;
};

export type Chat = {
  /** The person has written first, so the bot may. */
  started: boolean;
  blocked: boolean;
  /** The person's account is no more. */
  deactivated?: boolean;
  /** The number of its last change. */
  revision: number;
  /** In the order of their ids. */
  messages: StoredMessage[];
  /** Message ids, the latest pinned last. */
  pinned?: number[];
  /** Deleted lately: a person whose app has not heard of it yet may still press their buttons. */
  deleted?: StoredMessage[];
  /** The reply keyboard below the person's input field. */
  keyboard?: ReplyKeyboard;
  /** The message that asks the person to answer it, until they do. */
  forceReply?: { messageId: number; placeholder?: string };
  action?: { name: string; untilMs: number };
};

/** In three pieces, because an edit replaces the content and the buttons and leaves the frame. */
export type StoredMessage = {
  side: 'bot' | 'user';
  frame: MessageFrame;
  content: Content;
  buttons?: InlineKeyboard;
  /** It carries a reply keyboard, its removal or a forced reply, and so can never be edited. */
  fixed?: true;
  /** Of an invoice. */
  terms?: InvoiceTerms;
  /** The emoji that the bot has put to it. */
  reaction?: string;
  /** Sent with `disable_notification`: it arrives without a sound. */
  silent?: true;
};

/** `asks`: what a press sends in place of the text. */
export type ReplyKey = { text: string; asks?: 'contact' | 'location' };

export type ReplyKeyboard = {
  rows: ReplyKey[][];
  oneTime: boolean;
  /** It is shown even when the person would rather type. */
  persistent?: true;
  placeholder?: string;
};

/** `again`: a fault asked for a second delivery of the same update. */
export type QueuedUpdate = { update: Update; atMs: number; again?: true };

export type Webhook = {
  url: string;
  secret: string;
  maxConnections: number;
  ipAddress: string;
  lastError?: { date: number; message: string };
};

/** By language code, '' for everybody else. */
export type Localized = Record<string, string>;
export type Profile = { name: Localized; description: Localized; shortDescription: Localized };

export type BotCommand = { command: string; description: string };
export type CommandList = { scope: string; language: string; commands: BotCommand[] };

export type MenuButton =
  | { type: 'default' }
  | { type: 'commands' }
  | { type: 'web_app'; text: string; web_app: { url: string } };

export type Callback = {
  user: number;
  messageId: number;
  button: InlineButton;
  atMs: number;
  answer?: { text?: string; showAlert: boolean; url?: string };
};

/** `chargeId` and `paidAt` from when it is paid, `errorMessage` from when the bot has refused it; dates in Unix seconds. */
export type Payment = {
  id: string;
  user: number;
  terms: InvoiceTerms;
  messageId?: number;
  askedAtMs: number;
  errorMessage?: string;
  chargeId?: string;
  paidAt?: number;
  refundedAt?: number;
};

type Counters = { updateId: number; messageId: number; callback: number; revision: number; file: number };

/**
 * Update ids begin with the time, so that a bot that remembers the ids it has handled
 * does not take the updates of a fresh emulator for old ones.
 */
export function freshState(people: readonly Person[], nowMs: number): State {
  return {
    people: people.map((person) => ({ ...person })),
    chats: {},
    updates: [],
    allowedUpdates: null,
    webhook: null,
    profile: { name: { '': 'Opsheet sandbox' }, description: {}, shortDescription: {} },
    commands: [],
    menuButtons: {},
    callbacks: {},
    payments: {},
    invoiceLinks: {},
    files: {},
    clockOffsetMs: 0,
    next: { updateId: Math.floor(nowMs / 1000) - 1_500_000_000, messageId: 1, callback: 1, revision: 1, file: 1 },
  };
}

/**
 * The same state, whose tables hold nothing but what was put into them: names that come from outside are looked up
 * there, and must not find what every object inherits.
 */
export function withBareTables(state: State): State {
  for (const table of [...Object.values(state), ...Object.values(state.profile)]) {
    if (isObject(table)) Object.setPrototypeOf(table, null);
  }
  return state;
}
