/** The value below which `share` (0…1) of the samples lie, by nearest rank: of 20 samples the 99th percentile is the highest. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new Error('there are no samples');
  return found;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

export const spread = (samples: readonly number[]): [lowest: number, highest: number] => [
  percentile(samples, 0),
  percentile(samples, 1),
];
