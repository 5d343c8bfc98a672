import type { Database } from '@opsheet/shared/database/open';
import { type Api, Context } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import { languageOf } from '../people/person.ts';
import type { Prompt } from '../people/prompt.ts';
import { roleOf, type Staff } from '../people/role.ts';
import type { Store } from '../store/store.ts';
import type { Language } from '../texts/language.ts';
import type { Texts } from '../texts/texts.ts';
import { type Changes, changes } from './changes.ts';
import type { Deliver } from './deliver.ts';
import { type Replies, replies } from './replies.ts';
import type { Turn, TurnContext } from './turn.ts';

/** What every turn of this process leans on. */
export type TurnParts = {
  api: Api;
  /** Known before the first turn. */
  me: () => UserFromGetMe;
  store: Store;
  database: Database;
  staff: Staff;
  spoken: Readonly<Record<Language, Texts>>;
  deliver: Deliver;
};

/** `away`: PostgreSQL does not answer, so nothing may be written. */
export type Given = { chat: string; update: Update; prompt: Prompt | null; away: boolean };

/** A turn with what it has come to. */
export type BegunTurn = { readonly ctx: TurnContext } & Pick<Replies, 'answers'> &
  Pick<Changes, 'transaction' | 'entries'>;

export function beginTurn(parts: TurnParts, given: Given): BegunTurn {
  const { chat, update, prompt, away } = given;
  const texts = textsFor(parts, given);
  const { answers, ...speaking } = replies({ chat, update, texts, deliver: parts.deliver });
  const { transaction, entries, ...writing } = changes({ chat, away, database: parts.database });
  const turn: Turn = { speaker: speakerOf(parts, given), texts, prompt, away, ...speaking, ...writing };
  return {
    ctx: Object.assign(new Context(update, parts.api, parts.me()), { turn }),
    answers,
    transaction,
    entries,
  };
}

/** In a private chat the chat's id is the person's. */
function speakerOf({ store, staff }: TurnParts, { chat, update }: Given): Turn['speaker'] {
  const known = store.person(chat)?.firstName;
  const role = roleOf(chat, { staff, employed: store.employee(chat) !== undefined });
  return { id: chat, name: senderOf(update)?.first_name ?? known ?? chat, role };
}

const textsFor = ({ store, spoken }: TurnParts, { chat, update }: Given): Texts =>
  spoken[languageOf(store.person(chat), senderOf(update)?.language_code)];

const senderOf = (update: Update) => (update.message ?? update.callback_query ?? update.my_chat_member)?.from;
