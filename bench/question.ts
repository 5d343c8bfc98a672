/** What a measure has to reach. Without one it is told for comparison only. */
export type Target = { readonly atMost: number } | { readonly atLeast: number } | { readonly exactly: number };

/** One figure. `spread` is the lowest and highest of what `value` stands for: the rounds of a median, the samples of a percentile. */
export type Measure = {
  readonly measure: string;
  readonly value: number;
  readonly unit: 'ns' | 'ms' | 's' | '×' | 'MB' | 'calls' | 'calls/s' | 'entries';
  readonly spread?: readonly [lowest: number, highest: number];
  readonly target?: Target;
};

export type Result = {
  readonly measures: readonly Measure[];
  /** Under which conditions the figures were taken, a sentence each. */
  readonly conditions: readonly string[];
};

/** One question that the bench answers with real parts. `run` starts what it needs and leaves nothing behind. */
export type Question = {
  readonly name: string;
  readonly question: string;
  readonly run: () => Promise<Result>;
};

/** Null where there is nothing to reach. */
export function isReached({ value, target }: Measure): boolean | null {
  if (!target) return null;
  if ('atMost' in target) return value <= target.atMost;
  if ('atLeast' in target) return value >= target.atLeast;
  return value === target.exactly;
}
