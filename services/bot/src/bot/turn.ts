import type { CacheEntry } from '@opsheet/shared/contracts/cache';
import type { Em } from '@opsheet/shared/database/open';
import type { Context } from 'grammy';
import type { Prompt } from '../people/prompt.ts';
import type { Role } from '../people/role.ts';
import type { Texts } from '../texts/texts.ts';
import type { PlainKey } from '../texts/variables.ts';
import type { Screen } from './answer.ts';

/** Who is in the chat, as of this turn. The role is looked up anew at every turn (B2). */
export type Speaker = { readonly id: string; readonly name: string; readonly role: Role };

/**
 * One update in hand. A handler reads from the store, says what is to be answered, and changes data only by `write`:
 * then the change, the answers and the fact that the update was handled are one transaction (B1).
 */
export type Turn = {
  readonly speaker: Speaker;
  readonly texts: Texts;
  /** What the bot waits to be told. Always null while PostgreSQL is away. */
  readonly prompt: Prompt | null;
  /** PostgreSQL is away: reads are answered from memory and nothing can be saved. */
  readonly away: boolean;
  /** The screen that answers this update: a new message to a command or a text, in place to a button. */
  show: (screen: Screen) => void;
  /** A new message in any case. */
  say: (screen: Screen) => void;
  /** Answers a press with a passing line, or with an alert. Nothing in answer to a message. */
  toast: (text: string, options?: { alert?: boolean }) => void;
  /** Says no, or not now: an alert in answer to a press, a new message in answer to anything else. */
  decline: (key: PlainKey) => void;
  /** Gives this chat the command menu of administrators, once the turn is over. */
  offerCommands: (texts: Texts) => void;
  /** Shows a screen now, before the turn is over, and gives what replaces it. For work that takes its time. */
  showNow: (screen: Screen) => Promise<(later: Screen) => Promise<void>>;
  /** Works in the turn's transaction, which is opened by the first call. Throws TryLater while PostgreSQL is away. */
  write: <Result>(work: (tx: Em) => Promise<Result>) => Promise<Result>;
  /** The transaction made this version: the store takes it at commit, and the speaker is served from none older (C3). */
  changed: (entry: CacheEntry) => Promise<void>;
};

/** grammY's context with our turn. grammY ends here and at the parts of the conversation. */
export type TurnContext = Context & { readonly turn: Turn };

/** A change was asked for while it cannot be saved: the person is told to try again, and nothing has happened. */
export class TryLater extends Error {
  override name = 'TryLater';
}
