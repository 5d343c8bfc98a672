import type { Conversation } from '../chats/conversation.ts';
import { userOf } from '../chats/people.ts';
import { newQueryId } from '../chats/query-id.ts';
import type { Payment } from '../state.ts';
import type { Updates } from '../updates/queue.ts';
import type { World } from '../world.ts';
import type { InvoiceTerms } from './invoice.ts';

export type Purchase = {
  conversation: Conversation;
  terms: InvoiceTerms;
  /** Of the invoice, where it is a message. */
  messageId?: number;
};

/** The person agrees to pay: the bot is asked, and has some seconds to answer. */
export function askToPay(world: World, updates: Updates, { conversation, terms, messageId }: Purchase): Payment {
  const { person } = conversation;
  const payment: Payment = {
    id: newQueryId(world.state, person),
    user: person.id,
    terms,
    askedAtMs: world.clock.now(),
    ...(messageId !== undefined && { messageId }),
  };
  world.state.payments[payment.id] = payment;
  updates.push({
    pre_checkout_query: {
      id: payment.id,
      from: userOf(person),
      currency: terms.currency,
      total_amount: terms.amount,
      invoice_payload: terms.payload,
    },
  });
  return payment;
}
