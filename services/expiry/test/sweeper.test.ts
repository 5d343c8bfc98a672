import test, { type ExecutionContext } from 'ava';
import pino from 'pino';
import { arrivals } from '@opsheet/shared/testing/arrivals';
import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import type { Deadline } from '../src/deadlines.ts';
import { sweeper } from '../src/sweeper.ts';

const log = pino({ level: 'silent' });

function running(t: ExecutionContext, deadlines: readonly Deadline[]) {
  const clock = fakeClock();
  const own = sweeper({ deadlines, intervalSeconds: 60, clock, log });
  const stop = new AbortController();
  const ended = own.run(stop.signal);
  t.teardown(async () => {
    stop.abort();
    await ended;
  });
  return { own, clock };
}

test('E22 deadlines are looked at every 60 s, the first time at once', async (t) => {
  const looks = arrivals<number>();
  const { own, clock } = running(t, [{ name: 'orders', expire: async () => (looks.add(1), 2) }]);
  await looks.count(1);
  await clock.sleeping();
  await clock.advance(60_000);
  await looks.count(2);
  t.is(own.state().runs, 2);
});

test('a deadline that fails delays no other and is tried again', async (t) => {
  const looks = arrivals<string>();
  const failing: Deadline = {
    name: 'orders',
    expire: () => {
      looks.add('orders');
      return Promise.reject(new Error('no database'));
    },
  };
  const { own, clock } = running(t, [failing, { name: 'shifts', expire: async () => (looks.add('shifts'), 3) }]);
  await looks.count(2);
  await clock.sleeping();
  t.is(own.state().lastGoodAt, null);
  await clock.advance(60_000);
  await looks.count(4);
  t.deepEqual(looks.seen, ['orders', 'shifts', 'orders', 'shifts']);
});

test('who asks for a run gets the count of what was due', async (t) => {
  const { own } = running(t, [{ name: 'orders', expire: () => Promise.resolve(2) }]);
  t.like(await own.sweep(), { due: 2 });
});
