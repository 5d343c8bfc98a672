import { systemClock as clock } from '@opsheet/shared/runtime/clock';
import { memoryNetwork } from '@opsheet/shared/bus/memory';
import { testDatabase } from '@opsheet/shared/testing/database';
import { recordedLog } from '@opsheet/shared/testing/recorded-log';
import test, { type ExecutionContext } from 'ava';
import { Api } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { Answer } from '../../src/bot/answer.ts';
import { conversation } from '../../src/bot/conversation.ts';
import type { Deliver } from '../../src/bot/deliver.ts';
import { staffOf } from '../../src/people/role.ts';
import { refresher } from '../../src/store/refresh.ts';
import { databaseSource } from '../../src/store/snapshot.ts';
import { openStore } from '../../src/store/store.ts';
import { loadTexts } from '../../src/texts/texts.ts';
import { type Inbox, openInbox } from '../../src/updates/inbox.ts';
import { take, type TakeParts } from '../../src/updates/take.ts';

const admin = { id: 1002, is_bot: false, first_name: 'Agus', language_code: 'en' };
const me: UserFromGetMe = {
  id: 7,
  is_bot: true,
  first_name: 'Opsheet',
  username: 'opsheet_bot',
  can_join_groups: false,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
};

const text = (id: number, words: string): Update => ({
  update_id: id,
  message: {
    message_id: id,
    date: 1,
    chat: { id: admin.id, type: 'private', first_name: 'Agus' },
    from: admin,
    text: words,
    ...(words.startsWith('/') && { entities: [{ type: 'bot_command', offset: 0, length: words.length }] }),
  },
});

class Killed extends Error {}

/** Calls `port` by number: from the `fatal`-th call on, the process is dead, before or after the call took effect. */
function mortal(fatal: number, moment: 'before' | 'after') {
  let calls = 0;
  const dead = () => calls > fatal || (calls === fatal && moment === 'before');
  return <Args extends unknown[], Result>(port: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      calls += 1;
      if (dead()) throw new Killed();
      const result = await port(...args);
      if (calls >= fatal) throw new Killed();
      return result;
    };
}

async function world(t: ExecutionContext) {
  const { database } = await testDatabase(t);
  const { log } = recordedLog();
  await database.em().execute(
    `insert into employee_settings (employee_id, hourly_wage, sales_commission, last_modified_at, source, sync_status)
     values (2001, 15, 8, now(), 'sheets', 'synced')`,
  );
  await database.em().execute(
    `insert into people (telegram_id, first_name, tickets, first_seen_at, prompt)
     values (1002, 'Agus', '{}', now(), '{"ask":"pay","id":"2001","field":"hourlyWage"}')`,
  );
  const inbox = openInbox(database);
  const sent: Answer[] = [];

  /** A process with a store of its own; `wrap` decides when it dies. */
  function process(wrap: ReturnType<typeof mortal> = (port) => port): TakeParts {
    const store = openStore(clock);
    const source = databaseSource(database);
    const deliver: Deliver = {
      all: wrap(async (answers) => {
        sent.push(...answers);
      }),
      show: wrap(async () => 1),
    };
    const mortalInbox: Inbox = {
      ...inbox,
      decide: wrap(inbox.decide),
      finish: wrap(inbox.finish),
    };
    const spoken = loadTexts();
    const bus = memoryNetwork().bus();
    return {
      turn: {
        api: new Api('7:none'),
        me: () => me,
        store,
        database,
        spoken,
        deliver,
        staff: staffOf({ owners: [], admins: [String(admin.id)] }),
      },
      conversation: conversation({ store, bus, database, clock, spoken, syncTimeoutMs: 1 }),
      inbox: mortalInbox,
      announce: bus.cache.announce,
      refresh: refresher({ store, source, clock, log }),
    };
  }

  async function takeNext(parts: TakeParts): Promise<void> {
    const open = await inbox.next(String(admin.id));
    if (open) await take(parts, open);
  }

  const effects = async () => {
    const [row] = await database.em().execute<{ wage: string; version: number; audits: number; state: string }[]>(
      `select hourly_wage::text as wage, version, (select count(*)::int from audit_log) as audits,
              (select state from telegram_update) as state from employee_settings`,
    );
    return row;
  };
  return { inbox, process, takeNext, effects, sent };
}

for (const moment of ['before', 'after'] as const)
  for (const fatal of [1, 2, 3])
    test(`B1: a process that dies ${moment} its step ${fatal} leaves one effect and at least one answer`, async (t) => {
      const { inbox, process, takeNext, effects, sent } = await world(t);
      await inbox.keep([text(1, '16.50')]);
      await t.throwsAsync(takeNext(process(mortal(fatal, moment))), { instanceOf: Killed });
      await takeNext(process());
      await takeNext(process());
      t.deepEqual(await effects(), { wage: '16.50', version: 2, audits: 1, state: 'done' });
      t.true(sent.length >= 1 && sent.length <= 2, `${sent.length} answers`);
    });

test('B1: an update that comes again, before or after it was handled, has one effect and one answer', async (t) => {
  const { inbox, process, takeNext, effects, sent } = await world(t);
  await inbox.keep([text(1, '16.50')]);
  await inbox.keep([text(1, '16.50')]);
  await takeNext(process());
  await inbox.keep([text(1, '16.50')]);
  await takeNext(process());
  t.deepEqual(await effects(), { wage: '16.50', version: 2, audits: 1, state: 'done' });
  t.is(sent.length, 1);
});

test('B1: two processes that hold the same update make one effect, and the slower one says nothing', async (t) => {
  const { inbox, process, effects, sent } = await world(t);
  await inbox.keep([text(1, '16.50')]);
  const open = await inbox.next(String(admin.id));
  if (!open) return t.fail('the update is not there');
  await Promise.all([take(process(), open), take(process(), open)]);
  t.deepEqual(await effects(), { wage: '16.50', version: 2, audits: 1, state: 'done' });
  t.is(sent.length, 1);
});

test('C3: whoever has changed something is not answered from an older store, in no process', async (t) => {
  const { inbox, process, takeNext, sent } = await world(t);
  const other = process();
  await other.refresh.now();
  await inbox.keep([text(1, '16.50')]);
  await takeNext(process());
  await inbox.keep([text(2, '/employees')]);
  await takeNext(other);
  const last = sent.at(-1);
  t.true(last?.kind === 'message' && last.screen.buttons.flat().some((button) => button.text.includes('$16.50')));
});

test('an answer that throws is rolled back: the transaction leaves nothing', async (t) => {
  const { inbox, process, takeNext, effects } = await world(t);
  await inbox.keep([text(1, '16.50')]);
  const parts = process();
  const broken = { ...parts, inbox: { ...parts.inbox, decide: async () => Promise.reject(new Error('no')) } };
  await t.throwsAsync(takeNext(broken), { message: 'no' });
  t.deepEqual(await effects(), { wage: '15.00', version: 1, audits: 0, state: 'pending' });
});
