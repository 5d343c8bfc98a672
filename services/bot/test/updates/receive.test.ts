import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import { recordedLog } from '@opsheet/shared/testing/recorded-log';
import test from 'ava';
import type { Inbox } from '../../src/updates/inbox.ts';
import { keepMs, receiver } from '../../src/updates/receive.ts';

function world(keep: Inbox['keep']) {
  const clock = fakeClock();
  const answered: number[] = [];
  const finished = Promise.withResolvers<readonly number[]>();
  const receive = receiver({
    inbox: { keep, finish: async (ids) => finished.resolve(ids) },
    direct: { answer: (update) => void answered.push(update.update_id), idle: async () => {} },
    clock,
    log: recordedLog().log,
  });
  return { clock, receive, answered, finished: finished.promise };
}

test('updates that are kept are left to the workers', async (t) => {
  const { receive, answered } = world(async () => {});
  await receive([{ update_id: 1 }]);
  t.deepEqual(answered, []);
});

test('updates that cannot be kept are answered directly, in their order', async (t) => {
  const { receive, answered } = world(() => Promise.reject(new Error('the database is away')));
  await receive([{ update_id: 1 }, { update_id: 2 }]);
  t.deepEqual(answered, [1, 2]);
});

test('a database that hangs counts as away after a second, and what it keeps late is closed', async (t) => {
  const late = Promise.withResolvers<void>();
  const { clock, receive, answered, finished } = world(() => late.promise);
  const receiving = receive([{ update_id: 1 }]);
  await clock.sleeping();
  await clock.advance(keepMs);
  await receiving;
  t.deepEqual(answered, [1]);
  late.resolve();
  t.deepEqual(await finished, [1]);
});
