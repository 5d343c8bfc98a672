import { badRequest } from '../api-error.ts';
import { findConversation, writeAsService } from '../chats/conversation.ts';
import type { Payment } from '../state.ts';
import type { Updates } from '../updates/queue.ts';
import type { World } from '../world.ts';
import { stateOf } from './payment.ts';

/** A payment with what only one that was made has. */
export type PaidPayment = Payment & { chargeId: string };

/** The payment that waits for the bot's word. Throws for one that was answered, and for one that took too long. */
export function findAsked(world: World, id: string): Payment {
  const payment = world.state.payments[id];
  if (payment && stateOf(world, payment) === 'asked') return payment;
  throw badRequest('query is too old and response timeout expired or query ID is invalid');
}

/** The stars change hands: the chat and the bot are told. */
export function complete(world: World, updates: Updates, payment: Payment): void {
  const chargeId = `stx${Buffer.from(`payment ${payment.id}`).toString('base64url')}`;
  payment.chargeId = chargeId;
  payment.paidAt = world.date();
  const { terms } = payment;
  const recurring = terms.periodSeconds !== undefined && {
    subscription_expiration_date: payment.paidAt + terms.periodSeconds,
    is_recurring: true as const,
    is_first_recurring: true as const,
  };
  const paid = { ...moneyOf({ ...payment, chargeId }), provider_payment_charge_id: payment.id, ...recurring };
  const message = writeAsService(world, findConversation(world, String(payment.user)), {
    by: 'user',
    content: { successful_payment: paid },
  });
  updates.push({ message });
}

export function refuse(world: World, payment: Payment, errorMessage: string): void {
  payment.errorMessage = errorMessage;
  world.changed();
}

/** The stars go back: the chat and the bot are told. */
export function refund(world: World, updates: Updates, payment: PaidPayment): void {
  payment.refundedAt = world.date();
  const message = writeAsService(world, findConversation(world, String(payment.user)), {
    by: 'bot',
    content: { refunded_payment: moneyOf(payment) },
  });
  updates.push({ message });
}

function moneyOf({ terms, chargeId }: PaidPayment) {
  return {
    currency: terms.currency,
    total_amount: terms.amount,
    invoice_payload: terms.payload,
    telegram_payment_charge_id: chargeId,
  };
}

export function isPaid(payment: Payment): payment is PaidPayment {
  return payment.chargeId !== undefined;
}
