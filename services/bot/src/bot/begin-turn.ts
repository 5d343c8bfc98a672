import type { CacheEntry } from '@opsheet/shared/contracts/cache';
import type { Database, Em } from '@opsheet/shared/database/open';
import { type Api, Context } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import { languageOf } from '../people/person.ts';
import type { Prompt } from '../people/prompt.ts';
import { recordTicket } from '../people/record.ts';
import { roleOf, type Staff } from '../people/role.ts';
import type { Store } from '../store/store.ts';
import type { Language } from '../texts/language.ts';
import type { Texts } from '../texts/texts.ts';
import type { Answer, Screen } from './answer.ts';
import type { Deliver } from './deliver.ts';
import { TryLater, type Turn, type TurnContext } from './turn.ts';

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
export type BegunTurn = {
  readonly ctx: TurnContext;
  readonly answers: () => Answer[];
  /** The transaction, when the turn has opened one. */
  readonly transaction: () => Em | null;
  /** Versions that the transaction made. */
  readonly entries: readonly CacheEntry[];
};

export function beginTurn(parts: TurnParts, given: Given): BegunTurn {
  const { chat, update, away } = given;
  const answers: Answer[] = [];
  const entries: CacheEntry[] = [];
  const query = update.callback_query;
  const pressed = query?.message?.message_id;
  let isAnswered = query === undefined;
  let transaction: Em | null = null;
  const texts = textsFor(parts, given);

  const shown = (screen: Screen): Extract<Answer, { kind: 'message' | 'edit' }> =>
    pressed === undefined ? { kind: 'message', chat, screen } : { kind: 'edit', chat, messageId: pressed, screen };

  const press = (text: string | null, alert: boolean): Answer[] => {
    if (!query || isAnswered) return [];
    isAnswered = true;
    return [{ kind: 'press', query: query.id, text, alert }];
  };

  async function open(): Promise<Em> {
    if (away) throw new TryLater('PostgreSQL is away');
    if (transaction) return transaction;
    const em = parts.database.em();
    await em.begin();
    transaction = em;
    return em;
  }

  const turn: Turn = {
    speaker: speakerOf(parts, given),
    texts,
    prompt: given.prompt,
    away,
    show: (screen) => void answers.push(shown(screen)),
    say: (screen) => void answers.push({ kind: 'message', chat, screen }),
    toast: (text, { alert = false } = {}) => void answers.push(...press(text, alert)),
    decline(key) {
      if (query) answers.push(...press(texts.plain(key), true));
      else answers.push({ kind: 'message', chat, screen: { text: texts.html(key), buttons: [] } });
    },
    offerCommands: ({ language }) => void answers.push({ kind: 'commands', chat, language }),
    async showNow(screen) {
      await parts.deliver.all(press(null, false));
      const messageId = await parts.deliver.show(shown(screen));
      return async (later) => {
        await parts.deliver.show({ kind: 'edit', chat, messageId, screen: later });
      };
    },
    write: async (work) => work(await open()),
    async changed(entry) {
      await recordTicket(await open(), chat, entry);
      entries.push(entry);
    },
  };

  return {
    ctx: Object.assign(new Context(update, parts.api, parts.me()), { turn }),
    answers: () => [...answers, ...press(null, false)],
    transaction: () => transaction,
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
