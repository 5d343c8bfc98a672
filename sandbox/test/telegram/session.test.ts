import { fakeClock } from '@opsheet/shared/testing/fake-clock';
import test from 'ava';
import { telegramFor } from './client.ts';

test('who has logged out is let in again after ten minutes', async (t) => {
  const clock = fakeClock();
  const telegram = await telegramFor(t, { clock });
  t.true(await telegram.ok('logOut'));
  t.is(await telegram.refused('getMe'), '400 Logged out');
  await clock.advance(600_000);
  t.is(await telegram.refused('getMe'), 'accepted');
});

test('a bot that has closed is back at once, but may close again only after ten minutes', async (t) => {
  const clock = fakeClock();
  const telegram = await telegramFor(t, { clock });
  await clock.advance(700_000);
  t.true(await telegram.ok('close'));
  t.is(await telegram.refused('getMe'), 'accepted');
  await clock.advance(540_000);
  t.is(await telegram.refused('close'), '429 Too Many Requests: retry after 60');
  await clock.advance(60_000);
  t.is(await telegram.refused('close'), 'accepted');
});
