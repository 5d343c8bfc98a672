/** Faults that wait for what they are to strike, in the order in which they were asked for. */
export type FaultQueue<Planned extends { readonly times: number }> = {
  queue: (planned: Planned) => void;
  clear: () => void;
  pending: () => readonly Planned[];
  /** The first that `strikes`; it is thereby used up once, and gone after its `times`. */
  take: (strikes: (planned: Planned) => boolean) => Planned | undefined;
};

export function openFaultQueue<Planned extends { readonly times: number }>(): FaultQueue<Planned> {
  let queued: readonly Planned[] = [];
  return {
    queue(planned) {
      queued = [...queued, planned];
    },
    clear() {
      queued = [];
    },
    pending: () => queued,
    take(strikes) {
      const found = queued.find(strikes);
      queued = queued.flatMap((one) => {
        if (one !== found) return [one];
        return one.times > 1 ? [{ ...one, times: one.times - 1 }] : [];
      });
      return found;
    },
  };
}
