/**
 * Lets `work` run one at a time. A call during a run shares the one that begins after it, so whoever waits knows that
 * everything before his call was seen.
 */
export function singleFlight(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  function begin(): Promise<void> {
    running = work().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function after(earlier: Promise<void>): Promise<void> {
    // How the earlier run ended is told to those who asked for it.
    await Promise.allSettled([earlier]);
    next = undefined;
    return begin();
  }

  return () => {
    if (!running) return begin();
    next ??= after(running);
    return next;
  };
}
