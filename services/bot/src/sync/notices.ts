import { createHash } from 'node:crypto';
import { type EventHandler, on } from '@opsheet/shared/bus/inbox';
import type { Event } from '@opsheet/shared/contracts/contract';
import { syncConflict, syncFailed, syncHeld } from '@opsheet/shared/contracts/sync';
import type { Em } from '@opsheet/shared/database/open';
import { tableNamed } from '@opsheet/shared/reference/tables/all';
import type { z } from 'zod';
import type { Answer, Screen } from '../bot/answer.ts';
import { button } from '../bot/buttons.ts';
import { languageOf } from '../people/person.ts';
import { administrators, roleOf, type Staff } from '../people/role.ts';
import type { Store } from '../store/store.ts';
import type { Language } from '../texts/language.ts';
import type { Texts } from '../texts/texts.ts';
import type { Inbox } from '../updates/inbox.ts';

type Parts = {
  inbox: Pick<Inbox, 'notice'>;
  store: Store;
  staff: Staff;
  spoken: Readonly<Record<Language, Texts>>;
};

type Told = { name: string; screen: (texts: Texts, isOwner: boolean) => Screen };

/**
 * What sync tells the people who administer. A notice is put into the inbox of updates as one that is decided already,
 * in the transaction that records the event: so it is sent in its chat's order, by any worker, and once per event.
 */
export function noticeHandlers({ inbox, store, staff, spoken }: Parts): readonly EventHandler[] {
  function tell(tx: Em, { name, screen }: Told): Promise<void> {
    const notices = administrators(staff).map((chat) => {
      const texts = spoken[languageOf(store.person(chat), undefined)];
      const isOwner = roleOf(chat, { staff, employed: false }) === 'owner';
      const answer: Answer = { kind: 'message', chat, screen: screen(texts, isOwner) };
      return { id: noticeId(`${name} ${chat}`), chat, answers: [answer] };
    });
    return inbox.notice(tx, notices);
  }

  return [
    on(syncHeld, (body, tx) =>
      tell(tx, { name: nameOf(syncHeld, body), screen: (texts, isOwner) => heldScreen(body, texts, isOwner) }),
    ),
    on(syncConflict, (body, tx) =>
      tell(tx, { name: nameOf(syncConflict, body), screen: (texts) => conflictScreen(body, texts) }),
    ),
    on(syncFailed, (body, tx) =>
      tell(tx, { name: nameOf(syncFailed, body), screen: (texts) => failedScreen(body, texts) }),
    ),
  ];
}

/** Subject and id: what makes two events one. */
const nameOf = <E extends Event>(event: E, body: z.output<E['schema']>): string => `${event.subject} ${event.id(body)}`;

/** Telegram's ids are positive, so a notice's is negative: 48 bits of what makes it one. */
const noticeId = (name: string): number => -1 - createHash('sha256').update(name).digest().readUIntBE(0, 6);

function heldScreen({ hold, reason }: z.output<typeof syncHeld.schema>, texts: Texts, isOwner: boolean): Screen {
  const text = texts.html('notice-held', { reason });
  if (!isOwner) return { text: `${text}\n${texts.html('notice-held-decides')}`, buttons: [] };
  const approve = button(texts.plain('button-approve'), 'hold', { hold, decision: 'approve' });
  const refuse = button(texts.plain('button-refuse'), 'hold', { hold, decision: 'refuse' });
  return { text, buttons: [[approve, refuse]] };
}

function conflictScreen(body: z.output<typeof syncConflict.schema>, texts: Texts): Screen {
  const { table, key, field, sheetValue, databaseValue, winner, settled } = body;
  const { tab, columns } = tableNamed[table];
  const header = columns.find((column) => column.field === field)?.header ?? field;
  const shown = (value: string | null) => value ?? texts.plain('empty-cell');
  const cell = { table: tab, key, field: header, sheet: shown(sheetValue), database: shown(databaseValue) };
  const ending = settled ? (`notice-conflict-${winner}` as const) : 'notice-conflict-open';
  return { text: `${texts.html('notice-conflict', cell)}\n${texts.html(ending)}`, buttons: [] };
}

function failedScreen({ table, reason }: z.output<typeof syncFailed.schema>, texts: Texts): Screen {
  const text = table
    ? texts.html('notice-table-failed', { table: tableNamed[table].tab, reason })
    : texts.html('notice-failed', { reason });
  return { text, buttons: [[button(texts.plain('button-sync'), 'stats')]] };
}
