import test from 'ava';
import { median, percentile, spread } from '../../report/statistics.ts';

test('the 99th percentile of twenty samples is the highest', (t) => {
  const samples = Array.from({ length: 20 }, (_, index) => 20 - index);
  t.is(percentile(samples, 0.99), 20);
});

test('a percentile is a sample: ten of a thousand lie above the 99th', (t) => {
  const samples = Array.from({ length: 1_000 }, (_, index) => index);
  t.is(samples.filter((sample) => sample > percentile(samples, 0.99)).length, 10);
});

test('samples are sorted by value, not by text, and left in their order', (t) => {
  const samples = [10, 9, 100];
  t.is(median(samples), 10);
  t.deepEqual(spread(samples), [9, 100]);
  t.deepEqual(samples, [10, 9, 100]);
});

test('no samples have no percentile', (t) => {
  t.throws(() => median([]), { message: 'there are no samples' });
});
