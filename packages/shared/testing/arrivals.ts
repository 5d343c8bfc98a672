/** A list that a test fills from callbacks and waits on, instead of sleeping. */
export type Arrivals<T> = {
  readonly seen: readonly T[];
  add: (value: T) => void;
  /** Resolves with all that has arrived when `enough` holds of it, now or after a later arrival. */
  until: (enough: (seen: readonly T[]) => boolean) => Promise<readonly T[]>;
  /** Resolves when this many have arrived. */
  count: (atLeast: number) => Promise<readonly T[]>;
};

export function arrivals<T>(): Arrivals<T> {
  const seen: T[] = [];
  const waiting = new Set<() => void>();
  const until: Arrivals<T>['until'] = (enough) =>
    new Promise((resolve, reject) => {
      const look = () => {
        try {
          if (!enough(seen)) return;
          waiting.delete(look);
          resolve(seen);
        } catch (error) {
          waiting.delete(look);
          reject(error);
        }
      };
      waiting.add(look);
      look();
    });
  return {
    seen,
    add(value) {
      seen.push(value);
      for (const look of waiting) look();
    },
    until,
    count: (atLeast) => until((all) => all.length >= atLeast),
  };
}
