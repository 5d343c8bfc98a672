/** Random choices that are the same for the same seed. */
export type Random = {
  below: (limit: number) => number;
  pick: <T>(from: readonly T[]) => T;
  chance: (probability: number) => boolean;
};

/** The generator is mulberry32: 32 bits of state are plenty for choosing requests. */
export function seeded(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (probability) => next() < probability,
    pick(from) {
      if (from.length === 0) throw new Error('nothing to choose from');
      // The index is inside of the list, which is not empty.
      return from[below(from.length)] as (typeof from)[number];
    },
  };
}
