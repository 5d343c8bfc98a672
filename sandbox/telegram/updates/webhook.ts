import { createDeliveries, type Deliveries, type Delivering } from './deliveries.ts';

/**
 * Posts pending updates to the webhook while there is one: those of one lane one after the other, lanes side by side.
 * What is not answered with 2xx is sent again, at once the first time, then after delays that double.
 */
export function createWebhookSender(delivering: Delivering): { close: () => Promise<void> } {
  const { watch, state } = delivering.world;
  const stopped = new Set<Promise<void>>();
  let deliveries: Deliveries | undefined;

  function stop(): void {
    if (!deliveries) return;
    const ended = deliveries.stop().then(() => void stopped.delete(ended));
    stopped.add(ended);
    deliveries = undefined;
  }

  /** An old webhook may take its time to answer: the new one does not wait for that. */
  function look(): void {
    const { webhook } = state;
    if (deliveries?.webhook !== webhook) stop();
    if (webhook) deliveries ??= createDeliveries(delivering, webhook);
    deliveries?.take();
  }

  const stopLooking = watch.listen(look);
  look();
  return {
    async close() {
      stopLooking();
      stop();
      await Promise.all(stopped);
    },
  };
}
