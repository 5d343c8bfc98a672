import type { Payment } from '../state.ts';
import type { World } from '../world.ts';

/**
 * A payment as its person meets it: `asked` while the bot has been asked whether it may go on, `paid` when it may,
 * `refused` when it may not, `expired` when the bot has said nothing in time.
 */
export type PaymentState = 'asked' | 'paid' | 'refused' | 'expired';

export function stateOf(world: World, payment: Payment): PaymentState {
  if (payment.chargeId !== undefined) return 'paid';
  if (payment.errorMessage !== undefined) return 'refused';
  return msLeft(world, payment) > 0 ? 'asked' : 'expired';
}

/** How long the bot may still answer. */
export function msLeft(world: World, { askedAtMs }: Payment): number {
  return askedAtMs + world.settings.preCheckoutMs - world.clock.now();
}
