import type { Measure } from '../question.ts';
import { percentile, spread } from './statistics.ts';

/** A percentile of samples in ms, as a measure; `of` is 0.5 for the median. */
export const share = (measure: string, samples: readonly number[], of: number): Measure => ({
  measure,
  value: percentile(samples, of),
  unit: 'ms',
  spread: spread(samples),
});
