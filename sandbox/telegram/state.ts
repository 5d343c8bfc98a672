import type { Content, InlineButton, InlineKeyboard, MessageFrame, Update } from './message.ts';
import type { Person } from './chats/people.ts';

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
  /** By file id. */
  photos: Record<string, StoredPhoto>;
  next: Counters;
};

export type Chat = {
  /** The person has written first, so the bot may. */
  started: boolean;
  blocked: boolean;
  /** The number of its last change. */
  revision: number;
  /** In the order of their ids. */
  messages: StoredMessage[];
  /** The reply keyboard below the person's input field. */
  keyboard?: ReplyKeyboard;
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
};

export type ReplyKeyboard = {
  rows: { text: string }[][];
  oneTime: boolean;
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

export type StoredPhoto = { uniqueId: string; width: number; height: number; mediaType: string; base64: string };

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
    photos: {},
    next: { updateId: Math.floor(nowMs / 1000) - 1_500_000_000, messageId: 1, callback: 1, revision: 1, file: 1 },
  };
}
