import test from 'ava';
import { againAfterMs } from '@opsheet/shared/bus/redelivery';

test('an event that is not done stays away half a second, then twice as long, never over a minute', (t) => {
  const nths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1_000];
  t.deepEqual(nths.map(againAfterMs), [500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
});
