import { openSession } from '@opsheet/shared/database/session';
import { systemClock as clock } from '@opsheet/shared/runtime/clock';
import { arrivals } from '@opsheet/shared/testing/arrivals';
import { testDatabase } from '@opsheet/shared/testing/database';
import { recordedLog } from '@opsheet/shared/testing/recorded-log';
import test, { type ExecutionContext } from 'ava';
import type { Update } from 'grammy/types';
import { lockChat } from '../../src/updates/chat-lock.ts';
import { openInbox, type OpenUpdate } from '../../src/updates/inbox.ts';
import { workers } from '../../src/updates/workers.ts';

const update = (id: number, chat: number): Update => ({
  update_id: id,
  message: {
    message_id: id,
    date: 1,
    chat: { id: chat, type: 'private', first_name: 'x' },
    from: { id: chat, is_bot: false, first_name: 'x' },
    text: 'x',
  },
});

async function world(t: ExecutionContext) {
  const { database, url } = await testDatabase(t);
  const inbox = openInbox(database);
  const begun = arrivals<number>();

  /** Workers of one process; `handle` says when and how each update ends. */
  function startWorkers(handle: (open: OpenUpdate) => Promise<'done' | 'later'>) {
    const stop = new AbortController();
    const service = workers({
      url,
      inbox,
      clock,
      log: recordedLog().log,
      async handle(open) {
        begun.add(open.id);
        const outcome = await handle(open);
        if (outcome === 'done') await inbox.finish([open.id]);
        return outcome;
      },
    });
    const running = service.run(stop.signal);
    const end = async () => {
      stop.abort();
      await running;
    };
    t.teardown(end);
    return { stop: end };
  }
  return { url, inbox, begun, startWorkers };
}

test('a slow chat delays no other, and keeps its own order', async (t) => {
  const { inbox, begun, startWorkers } = await world(t);
  const slow = Promise.withResolvers<void>();
  startWorkers(async ({ id }) => {
    if (id === 1) await slow.promise;
    return 'done';
  });
  await inbox.keep([update(1, 100), update(2, 100), update(3, 200)]);
  await begun.count(2);
  t.deepEqual(
    [...begun.seen].sort((one, other) => one - other),
    [1, 3],
  );
  slow.resolve();
  t.deepEqual((await begun.count(3)).at(-1), 2);
});

test('two processes never have the same update in hand', async (t) => {
  const { inbox, begun, startWorkers } = await world(t);
  const inHand = new Map<string, number>();
  const handle = async ({ id, chat }: OpenUpdate) => {
    t.false(inHand.has(chat), `chat ${chat} is in hand twice`);
    inHand.set(chat, id);
    await new Promise((resolve) => setImmediate(resolve));
    inHand.delete(chat);
    return 'done' as const;
  };
  startWorkers(handle);
  startWorkers(handle);
  const ids = Array.from({ length: 60 }, (_, place) => place + 1);
  await inbox.keep(ids.map((id) => update(id, 100 + (id % 5))));
  const seen = await begun.count(ids.length);
  t.deepEqual(
    [...seen].sort((one, other) => one - other),
    ids,
  );
});

test('a chat of another session waits, and is free at once when that session ends', async (t) => {
  const { url, inbox, begun, startWorkers } = await world(t);
  const other = await openSession({ url, name: 'another process' });
  t.true(await lockChat(other, '100'));
  startWorkers(async () => 'done');
  await inbox.keep([update(1, 100), update(2, 200)]);
  t.deepEqual([...(await begun.count(1))], [2]);
  await other[Symbol.asyncDispose]();
  t.deepEqual([...(await begun.count(2))], [2, 1]);
});

test('an update that could not be handled is taken up again, and stays before those after it', async (t) => {
  const { inbox, begun, startWorkers } = await world(t);
  let failures = 1;
  startWorkers(async () => (failures-- > 0 ? 'later' : 'done'));
  await inbox.keep([update(1, 100), update(2, 100)]);
  t.deepEqual([...(await begun.count(3))], [1, 1, 2]);
});

test('a stop waits for what was begun, and begins nothing more', async (t) => {
  const { inbox, begun, startWorkers } = await world(t);
  const slow = Promise.withResolvers<void>();
  const { stop } = startWorkers(async () => {
    await slow.promise;
    return 'done';
  });
  await inbox.keep([update(1, 100), update(2, 100)]);
  await begun.count(1);
  const stopping = stop();
  slow.resolve();
  await stopping;
  t.deepEqual([...begun.seen], [1]);
  t.is((await inbox.next('100'))?.id, 2);
});

test('updates of groups are not kept: the bot speaks with people one by one', async (t) => {
  const { inbox } = await world(t);
  const group: Update = { ...update(1, -500) };
  if (group.message) group.message.chat = { id: -500, type: 'group', title: 'x' };
  await inbox.keep([group]);
  t.is(await inbox.next('-500'), null);
});
