import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import test from 'ava';
import { createMovableClock } from '../../../telegram/clock/movable-clock.ts';

test('a move forward wakes those whose time has come, and only them', async (t) => {
  const below = fakeClock();
  const clock = createMovableClock(below);
  const woken: string[] = [];
  const short = clock.sleep(1000).then(() => woken.push('short'));
  const long = clock.sleep(5000).then(() => woken.push('long'));
  await below.sleeping(2);
  clock.move(2000);
  await short;
  t.deepEqual(woken, ['short']);
  t.is(clock.now() - below.now(), 2000);
  await below.sleeping(1);
  await below.advance(2999);
  t.deepEqual(woken, ['short']);
  await below.advance(1);
  await long;
  t.deepEqual(woken, ['short', 'long']);
});

test('a move back leaves sleepers as long to sleep as before', async (t) => {
  const below = fakeClock();
  const clock = createMovableClock(below, 10_000);
  let isAwake = false;
  const sleeping = clock.sleep(1000).then(() => (isAwake = true));
  await below.sleeping();
  clock.move(-10_000);
  t.is(clock.now(), below.now());
  await below.sleeping();
  await below.advance(999);
  t.false(isAwake);
  await below.advance(1);
  await sleeping;
  t.true(isAwake);
});

test('a signal ends a sleep at once, before and after a move', async (t) => {
  const below = fakeClock();
  const clock = createMovableClock(below);
  const ended = new AbortController();
  const sleeping = clock.sleep(60_000, ended.signal);
  clock.move(1000);
  ended.abort();
  await sleeping;
  await clock.sleep(60_000, ended.signal);
  t.pass();
});
