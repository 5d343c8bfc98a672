import test from 'ava';
import { restartDelayMs } from '../../supervisor/restart-delay.ts';

test('delays double from 0.1 s and stay at 5 s', (t) => {
  const delays: number[] = [];
  let previousMs: number | null = null;
  for (let ends = 0; ends < 9; ends += 1) {
    previousMs = restartDelayMs({ previousMs, livedMs: 50 });
    delays.push(previousMs);
  }
  t.deepEqual(delays, [0, 100, 200, 400, 800, 1600, 3200, 5000, 5000]);
});

test('a life of 10 s makes the next end the first again', (t) => {
  t.is(restartDelayMs({ previousMs: 5000, livedMs: 9_999 }), 5000);
  t.is(restartDelayMs({ previousMs: 5000, livedMs: 10_000 }), 0);
});
