import { createHash } from 'node:crypto';
import { type EventHandler, on } from '@opsheet/shared/bus/inbox';
import { syncConflict, syncFailed, syncHeld } from '@opsheet/shared/contracts/sync';
import { insertRows } from '@opsheet/shared/database/bulk';
import { channels, notify } from '@opsheet/shared/database/channels';
import type { Em } from '@opsheet/shared/database/open';
import { tableNamed } from '@opsheet/shared/reference/tables/all';
import type { Clock } from '@opsheet/shared/runtime/clock';
import type { z } from 'zod';
import type { Answer, Screen } from '../bot/answer.ts';
import { button } from '../bot/buttons.ts';
import { languageOf } from '../people/person.ts';
import { administrators, roleOf, type Staff } from '../people/role.ts';
import type { Store } from '../store/store.ts';
import type { Language } from '../texts/language.ts';
import type { Texts } from '../texts/texts.ts';

type Parts = { store: Store; staff: Staff; spoken: Readonly<Record<Language, Texts>>; clock: Clock };

type Notice = { subject: string; id: string; screen: (texts: Texts, isOwner: boolean) => Screen };

/**
 * What sync tells the people who administer. A notice is put into the inbox of updates as one that is decided already,
 * in the transaction that records the event: so it is sent in its chat's order, by any worker, and once per event.
 */
export function noticeHandlers(parts: Parts): readonly EventHandler[] {
  const tell = async (tx: Em, notice: Notice): Promise<void> => {
    const rows = administrators(parts.staff).map((chat) => noticeRow(parts, chat, notice));
    await insertRows(tx, 'telegram_update', rows);
    await notify(tx, channels.updates);
  };
  return [
    on(syncHeld, (body, tx) =>
      tell(tx, {
        subject: syncHeld.subject,
        id: syncHeld.id(body),
        screen: (texts, isOwner) => heldScreen(body, texts, isOwner),
      }),
    ),
    on(syncConflict, (body, tx) =>
      tell(tx, {
        subject: syncConflict.subject,
        id: syncConflict.id(body),
        screen: (texts) => conflictScreen(body, texts),
      }),
    ),
    on(syncFailed, (body, tx) =>
      tell(tx, { subject: syncFailed.subject, id: syncFailed.id(body), screen: (texts) => failedScreen(body, texts) }),
    ),
  ];
}

function noticeRow({ store, staff, spoken, clock }: Parts, chat: string, { subject, id, screen }: Notice) {
  const texts = spoken[languageOf(store.person(chat), undefined)];
  const isOwner = roleOf(chat, { staff, employed: false }) === 'owner';
  const answer: Answer = { kind: 'message', chat, screen: screen(texts, isOwner) };
  const updateId = noticeId(`${subject} ${id} ${chat}`);
  return {
    update_id: updateId,
    chat_id: chat,
    payload: { update_id: updateId },
    state: 'decided',
    answers: [answer],
    attempts: 0,
    received_at: new Date(clock.now()),
  };
}

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
